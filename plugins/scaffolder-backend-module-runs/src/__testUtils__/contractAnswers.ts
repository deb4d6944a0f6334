import { setImmediate as turn } from 'node:timers/promises';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { startScaffolder, type TestHandler } from './startScaffolder';

const step = (id: string, action: string, say?: string) => ({
  id,
  name: `Step ${id}`,
  action: `test:${action}`,
  input: say === undefined ? {} : { say },
});

const templates = {
  good: {
    parameters: { properties: { name: { type: 'string' } } },
    steps: [step('one', 'say', '${{ parameters.name }}')],
    output: { text: [{ content: '${{ steps.one.output.said }}' }] },
  },
  bad: { steps: [step('one', 'say', 'x'), step('two', 'fail')] },
  slow: { steps: [step('one', 'wait'), step('two', 'say', 'x')] },
};

/** Everything that stock's routes say, to the same requests in the same order. */
export async function contractAnswers(options: {
  withModule: boolean;
  /** `backend.database`; in memory when absent. */
  database?: JsonObject;
}) {
  const { withModule, database } = options;
  let isMended = false;
  const handlers: Record<string, TestHandler> = {
    say: context => context.output('said', context.input.say),
    fail: () => {
      if (!isMended) throw new Error('it does not work');
    },
    async wait(context) {
      context.logger.info('waiting');
      while (!context.signal!.aborted) await turn();
    },
  };
  const scaffolder = await startScaffolder({
    withModule,
    database,
    handlers,
    templates,
    readDecision: {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'scaffolder',
      resourceType: 'scaffolder-task',
      conditions: {
        anyOf: [
          {
            rule: 'IS_TASK_OWNER',
            resourceType: 'scaffolder-task',
            params: { createdBy: ['user:default/mock'] },
          },
          {
            not: {
              rule: 'HAS_STATUS',
              resourceType: 'scaffolder-task',
              params: {
                status: [
                  'open',
                  'processing',
                  'completed',
                  'failed',
                  'cancelled',
                ],
              },
            },
          },
        ],
      } as any,
    },
  });
  try {
    const good = await scaffolder.run('good', { name: 'a' });
    const goodEnd = await scaffolder.ended(good);
    const bad = await scaffolder.run('bad');
    const badEnd = await scaffolder.ended(bad);
    const badEvents = await scaffolder.events(bad);
    isMended = true;
    const retried = await scaffolder.ask('POST', `/v2/tasks/${bad}/retry`, {});
    const retriedEnd = await scaffolder.ended(bad);
    const slow = await scaffolder.run('slow');
    await until(async () =>
      (
        await scaffolder.events(slow)
      ).some(({ body }) => body.message.includes('waiting')),
    );
    const ask = async (method: string, path: string) =>
      scaffolder.ask(
        method,
        path
          .replace('GOOD', good)
          .replace('BAD', bad)
          .replace('SLOW', slow)
          .replace('NONE', '00000000-0000-4000-8000-000000000000'),
        method === 'GET' ? undefined : {},
      );
    const asked: [string, string][] = [
      ['GET', '/v2/tasks/GOOD'],
      ['GET', '/v2/tasks/GOOD/events'],
      ['GET', '/v2/tasks/GOOD/events?after=2'],
      ['GET', '/v2/tasks/GOOD/events?after=100000'],
      ['GET', '/v2/tasks/GOOD/eventstream'],
      ['GET', '/v2/tasks/BAD'],
      ['GET', '/v2/tasks/BAD/events'],
      ['GET', '/v2/tasks/SLOW'],
      ['GET', '/v2/tasks?order=asc:status&order=asc:created_at'],
      ['GET', '/v2/tasks?order=desc:status&order=desc:created_at'],
      ['GET', '/v2/tasks?status=completed'],
      ['GET', '/v2/tasks?status=processing&status=failed'],
      [
        'GET',
        '/v2/tasks?createdBy=user:default/mock&limit=1&offset=1&order=asc:status&order=asc:created_at',
      ],
      ['GET', '/v2/tasks?createdBy=user:default/other'],
      ['GET', '/v2/tasks?order=sideways:status'],
      ['GET', '/v2/tasks/NONE'],
      ['GET', '/v2/tasks/NONE/events'],
      ['GET', '/v2/tasks/NONE/eventstream'],
      ['POST', '/v2/tasks/NONE/cancel'],
      ['POST', '/v2/tasks/NONE/retry'],
      ['POST', '/v2/tasks/SLOW/retry'],
      ['POST', '/v2/tasks/SLOW/cancel'],
    ];
    const answers: Record<string, unknown> = {};
    for (const [method, path] of asked) {
      answers[`${method} ${path}`] = await ask(method, path);
    }
    const slowEnd = await scaffolder.ended(slow);
    const rest = {
      ends: { goodEnd, badEnd, retried, retriedEnd, slowEnd },
      badEvents,
      slowEvents: await scaffolder.events(slow),
      published: scaffolder.published,
    };
    return withoutIds({ answers, ...rest }, [good, bad, slow]);
  } finally {
    await scaffolder.stop();
  }
}

/** Ids of runs as numbers, and times as their form. */
function withoutIds<T>(value: T, ids: string[]): any {
  const text = ids.reduce(
    (now, id, index) => now.replaceAll(id, `run ${index + 1}`),
    JSON.stringify(value),
  );
  return JSON.parse(
    text
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'ISO')
      .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'SQL'),
  );
}

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await turn();
}
