import type { Knex } from 'knex';
import type { RunContext } from '../broker/createRunContext';
import type { RunBroker } from '../broker/createTaskBroker';
import { createTestBroker, prepareDatabase } from './createTestBroker';

/** Brokers on one database for the tests of a file; each is what another process would have. After each test they are stopped, and the tables empty. */
export function testBrokers(open: () => Promise<Knex>) {
  let knex: Knex;
  const brokers: RunBroker[] = [];
  const broker = (
    options: Omit<Parameters<typeof createTestBroker>[0], 'knex'> = {},
  ) => {
    const made = createTestBroker({ knex, ...options });
    brokers.push(made);
    return made;
  };
  const rowOf = (taskId: string) => knex('tasks').where({ id: taskId }).first();

  beforeAll(async () => {
    knex = await open();
    await prepareDatabase(knex);
  });
  afterEach(async () => {
    for (const each of brokers.splice(0)) await each.stop({ graceMs: 0 });
    await knex('task_events').delete();
    await knex('tasks').delete();
    await knex('run_claims').delete();
  });

  return {
    broker,
    rowOf,
    insert: (rows: object[]) => knex('tasks').insert(rows),
    claim: async (from: RunBroker) =>
      (await from.claim({ signal: AbortSignal.timeout(20_000) })) as RunContext,
    statusOf: async (taskId: string) => (await rowOf(taskId)).status,
    eventsOf: (taskId: string): Promise<any[]> =>
      knex('task_events').where({ task_id: taskId }).orderBy('id'),
    /** Takes every run in progress away from its process. */
    takeAway: () => broker({ settings: { staleMs: 0 } }).recoverTasks(),
  };
}

/** Resolves once a signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
