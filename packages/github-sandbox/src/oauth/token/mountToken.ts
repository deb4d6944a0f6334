import type { Context, Hono } from 'hono';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { readBytes } from '../../http/readBytes';
import { answerTokenRequest } from './answerTokenRequest';

const PATH = '/login/oauth/access_token';

/** `POST /login/oauth/access_token`. */
export function mountToken(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  app.post(PATH, async context => {
    context.get('entry').route = `POST ${PATH}`;
    const result = answerTokenRequest({
      sandbox,
      parameters: await readParameters(context.req.raw),
      authorization: context.req.header('authorization'),
    });
    sandbox.changed();
    return formatted({
      context,
      answer: result.outcome === 'issued' ? result.answer : result.error,
    });
  });
}

/** The parameters are a few short texts. */
const LARGEST = 100_000;

/** Parameters of an OAuth request: a form, JSON, and the address; the body counts more. */
export async function readParameters(
  request: Request,
): Promise<URLSearchParams> {
  const parameters = new URL(request.url).searchParams;
  const read = await readBytes({ request, most: LARGEST });
  const text = read.outcome === 'read' ? read.bytes.toString() : '';
  const isJson = /json/.test(request.headers.get('content-type') ?? '');
  for (const [name, value] of isJson
    ? jsonEntries(text)
    : new URLSearchParams(text)) {
    parameters.set(name, value);
  }
  return parameters;
}

function jsonEntries(text: string): Array<[string, string]> {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? Object.entries(value)
          .filter(([, item]) => typeof item === 'string')
          .map(([name, item]) => [name, item as string])
      : [];
  } catch {
    return [];
  }
}

/** As GitHub answers OAuth requests: JSON or XML for those who ask for it, otherwise as a form. Status 200 also for errors. */
export function formatted(options: {
  context: Context<Env>;
  answer: object;
}): Response {
  const { context, answer } = options;
  const accept = context.req.header('accept') ?? '';
  context.header('cache-control', 'no-store');
  if (/json/.test(accept)) return context.json(answer);
  const entries = Object.entries(answer).map(
    ([name, value]): [string, string] => [name, String(value)],
  );
  if (/xml/.test(accept) && !/html/.test(accept)) {
    const parts = entries.map(
      ([name, value]) =>
        `<${name}>${value
          .replace(/&/g, '&amp;')
          .replace(/</g, '&lt;')}</${name}>`,
    );
    return context.body(`<OAuth>${parts.join('')}</OAuth>`, 200, {
      'content-type': 'application/xml; charset=utf-8',
    });
  }
  return context.body(new URLSearchParams(entries).toString(), 200, {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
  });
}
