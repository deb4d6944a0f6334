import type { Knex } from 'knex';
import {
  createTestEngine,
  testEntity,
} from '../__testUtils__/createTestEngine';
import { until } from '../__testUtils__/until';
import {
  startPostgresDatabases,
  type TestDatabases,
} from '../__testUtils__/testDatabases';

jest.setTimeout(120_000);

const ENTITIES = 3_000;
/** A list of everything, and joins with many rows at once, may well read a table of this size as it is. What asks for one entity must not. */
const FEW_SCANS = 10;
const LARGE_TABLES = [
  'refresh_state',
  'final_entities',
  'engine_entities',
  'refresh_state_references',
];

describe('planner statistics that were wiped', () => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await startPostgresDatabases();
  });
  afterAll(() => databases.stop());

  it('make no question for one entity look through a whole table', async () => {
    const knex = await databases.create();
    await knex.raw(
      `ALTER DATABASE ${await nameOf(knex)} SET stats_fetch_consistency = none`,
    );
    const first = await createTestEngine({ knex });
    await first
      .provider('a')
      .full(
        ...Array.from({ length: ENTITIES }, (_, i) =>
          testEntity('Component', `c-${i}`, { owner: `g-${i % 10}` }),
        ),
        ...Array.from({ length: 10 }, (_, i) => testEntity('Group', `g-${i}`)),
      );
    await first.settle();
    await first.stop();

    const other = await databases.connect(knex);
    // From the snapshot, with no body in its cache.
    const engine = await createTestEngine({ knex: other });
    await knex.raw('DELETE FROM pg_statistic');
    await knex.raw(
      'UPDATE pg_class SET reltuples = -1, relpages = 0 WHERE relname = ANY(?)',
      [LARGE_TABLES],
    );
    await noteReads(other);
    const before = await rowsScanned(knex);

    for (let i = 0; i < 50; i++) {
      expect(await engine.get(`component:default/c-${i * 7}`)).toBeDefined();
    }
    await engine.provider('b').delta([testEntity('Component', 'new')]);
    await engine
      .provider('a')
      .delta(
        [testEntity('Component', 'c-1', { owner: 'g-2' })],
        [{ entityRef: 'component:default/c-2' }],
      );
    const relationsOf = async (ref: string) =>
      (await engine.get(ref))?.relations?.length;
    // `settle` would ask the database, without an index.
    await until(
      async () =>
        (await relationsOf('group:default/g-1')) === ENTITIES / 10 - 1 &&
        (await relationsOf('group:default/g-2')) === ENTITIES / 10,
    );
    expect(await engine.refs()).toHaveLength(ENTITIES + 10);
    await noteReads(knex);
    const scanned = (await rowsScanned(knex)) - before;
    expect(scanned).toBeLessThan(ENTITIES * FEW_SCANS);
    await engine.stop();
  });
});

async function nameOf(knex: Knex): Promise<string> {
  const { rows } = await knex.raw('SELECT current_database() AS name');
  return rows[0].name;
}

/** Connections report what they have read when they end, if not before. */
async function noteReads(knex: Knex) {
  await knex.raw(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle'`,
  );
  await new Promise(resolve => setTimeout(resolve, 200));
}

/** Rows of the large tables that were come to without an index. */
async function rowsScanned(knex: Knex): Promise<number> {
  const { rows } = await knex.raw(
    'SELECT sum(seq_tup_read) AS scanned FROM pg_stat_user_tables WHERE relname = ANY(?)',
    [LARGE_TABLES],
  );
  return Number(rows[0].scanned);
}
