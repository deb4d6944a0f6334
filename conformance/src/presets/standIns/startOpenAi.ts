import type OpenAI from 'openai';
import { json, startStandIn, type StandIn } from './startStandIn';

type Request = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming;
type Answer = OpenAI.Chat.ChatCompletion;

/** A language model that, whatever it is asked, looks one component up with the tool for that, and repeats what it was told. */
export async function startOpenAi(options: {
  apiKey: string;
  model: string;
  /** Part of the name of the tool, and what it is called with. */
  tool: { name: string; arguments: object };
}): Promise<StandIn> {
  const { apiKey, model, tool } = options;
  return startStandIn({
    name: 'OpenAI',
    refuse: ({ headers }) =>
      headers.authorization === `Bearer ${apiKey}`
        ? undefined
        : json(
            {
              error: {
                message: 'Incorrect API key provided',
                type: 'invalid_request_error',
                param: null,
                code: 'invalid_api_key',
              },
            },
            { status: 401 },
          ),
    routes: {
      'GET /v1/models': () =>
        json({
          object: 'list',
          data: [
            { id: model, object: 'model', created: 0, owned_by: 'openai' },
          ] satisfies OpenAI.Model[],
        }),
      'POST /v1/chat/completions': ({ body }) => {
        const request: Request = JSON.parse(body.toString());
        const told = request.messages.findLast(({ role }) => role === 'tool');
        const name = request.tools
          ?.flatMap(each =>
            each.type === 'function' ? each.function.name : [],
          )
          .find(each => each.includes(tool.name));
        let content: string | null = null;
        if (told) {
          content = `I was told: ${told.content}`;
        } else if (!name) {
          content = 'I cannot look that up.';
        }
        return json<Answer>({
          id: 'chatcmpl-1',
          object: 'chat.completion',
          created: 0,
          model,
          choices: [
            {
              index: 0,
              logprobs: null,
              finish_reason: content ? 'stop' : 'tool_calls',
              message: {
                role: 'assistant',
                refusal: null,
                content,
                ...(!told &&
                  name && {
                    tool_calls: [
                      {
                        id: 'call_1',
                        type: 'function',
                        function: {
                          name,
                          arguments: JSON.stringify(tool.arguments),
                        },
                      },
                    ],
                  }),
              },
            },
          ],
          usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
        });
      },
    },
  });
}
