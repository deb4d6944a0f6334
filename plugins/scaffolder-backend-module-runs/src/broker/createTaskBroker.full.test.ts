import knexFactory, { type Knex } from 'knex';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import {
  startPostgres,
  type TestPostgres,
} from '@callboard/cli/src/testing/startPostgres';
import { claimBehaviour } from '../__testUtils__/claimBehaviour';
import {
  createTestBroker,
  prepareDatabase,
  testSpec,
} from '../__testUtils__/createTestBroker';
import { endBehaviour } from '../__testUtils__/endBehaviour';

describe('on PostgreSQL', () => {
  let postgres: TestPostgres;
  let knex: Knex;
  beforeAll(async () => {
    postgres = await startPostgres();
    const connection = await postgres.createDatabase('runs');
    knex = knexFactory({ client: 'pg', connection });
    await prepareDatabase(knex);
  }, 60_000);
  afterAll(async () => {
    await knex.destroy();
    await postgres.stop();
  });

  const open = async () => knex;
  describe('claims', () => {
    claimBehaviour(open);
  });
  describe('ends', () => {
    endBehaviour(open);
  });

  it('gives a run up by itself, before another process may take it, while the database does not answer', async () => {
    const settings = { staleMs: 2_000 };
    const broker = createTestBroker({ knex, settings });
    const { taskId } = await broker.dispatch({ spec: testSpec() });
    const context = await broker.claim();
    const since = performance.now();
    const lock = await knex.transaction();
    try {
      await lock.raw('lock table tasks in access exclusive mode');
      await new Promise<void>(resolve =>
        context.cancelSignal.addEventListener('abort', () => resolve()),
      );
      expect(performance.now() - since).toBeLessThan(2_000);
      expect(String(context.cancelSignal.reason)).toContain('is given up');
    } finally {
      await lock.rollback();
    }
    await context.complete('completed', {});
    expect((await broker.get(taskId)).status).toBe('processing');
  });
});
