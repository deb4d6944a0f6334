import type { Knex } from 'knex';
import {
  createTestEngine,
  testEntity,
} from '../__testUtils__/createTestEngine';
import { DATABASES, type TestDatabases } from '../__testUtils__/testDatabases';
import { dialectOf } from '../storage/dialect';
import { checksumOfDatabase } from '../storage/verifyMemory';

jest.setTimeout(60_000);

describe.each(DATABASES)('a full disk, on %s', (_, start) => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases.stop());

  it('stops writes, not reads, and both go on once there is room', async () => {
    const knex = await databases.create();
    const engine = await createTestEngine({ knex });
    const a = engine.provider('a');
    const state = (n: number) => [
      testEntity('Component', 'c', { owner: 'g', text: 'x'.repeat(n * 9_000) }),
      testEntity('Group', 'g'),
    ];
    await a.full(...state(0));
    await engine.settle();
    const before = engine.index().checksum();

    const makeRoom = await fillDisk(knex);
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(a.full(...state(9))).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
    }
    expect(await engine.refs()).toHaveLength(2);
    expect((await engine.get('component:default/c'))?.spec).toMatchObject({
      text: '',
    });
    expect(engine.index().checksum()).toBe(before);

    await makeRoom();
    await a.full(...state(9));
    await engine.settle();
    expect((await engine.get('component:default/c'))?.spec).toMatchObject({
      text: 'x'.repeat(81_000),
    });
    expect((await checksumOfDatabase({ knex })).checksum).toBe(
      engine.index().checksum(),
    );
    await engine.stop();
  });
});

/**
 * SQLite is allowed no further page. A PostgreSQL server cannot be told to be full, so triggers fail with the state that it
 * fails with then. Resolves to what makes room again.
 */
async function fillDisk(knex: Knex): Promise<() => Promise<void>> {
  if (dialectOf(knex) === 'sqlite') {
    const [{ page_count: pages }] = await knex.raw('PRAGMA page_count');
    await knex.raw(`PRAGMA max_page_count = ${pages}`);
    return async () => {
      await knex.raw('PRAGMA max_page_count = 1000000');
    };
  }
  await knex.raw(`CREATE FUNCTION disk_full() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END
    $$ LANGUAGE plpgsql`);
  const tables = ['refresh_state', 'final_entities', 'engine_changes'];
  for (const table of tables) {
    await knex.raw(
      `CREATE TRIGGER disk_full BEFORE INSERT OR UPDATE ON ${table} EXECUTE FUNCTION disk_full()`,
    );
  }
  return async () => {
    for (const table of tables) {
      await knex.raw(`DROP TRIGGER disk_full ON ${table}`);
    }
  };
}
