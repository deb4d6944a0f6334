import type { Knex } from 'knex';
import { dialectOf } from '../storage/dialect';
import { checksumOfDatabase } from '../storage/verifyMemory';
import {
  createTestEngine,
  testEntity,
} from '../__testUtils__/createTestEngine';
import { DATABASES, type TestDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(120_000);

/** More than one commit has. */
const MOST_STATEMENTS = 60;

describe.each(DATABASES)('a connection that is cut, on %s', (_, start) => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases.stop());

  it('leaves the old state or the new one at whichever statement, and the next try succeeds', async () => {
    const knex = await databases.create();
    const engine = await createTestEngine({ knex });
    const a = engine.provider('a');
    const state = (n: number) => [
      testEntity('Component', 'c', { owner: `g${n % 2}`, version: n }),
      testEntity('Component', `only-${n}`, { owner: 'g0' }),
      testEntity('Group', 'g0'),
      testEntity('Group', 'g1'),
    ];
    await a.full(...state(0));
    await engine.settle();

    let failures = 0;
    const states: { before: unknown; after: unknown }[] = [];
    for (let n = 1; n <= MOST_STATEMENTS; n++) {
      const before = await seen(engine);
      const cutter = cutAt({ knex, statement: n });
      const outcome = await a.full(...state(n)).then(
        () => 'written',
        () => 'failed',
      );
      cutter.mend();
      await engine.settle();
      if (outcome === 'failed') {
        failures++;
        states.push({ before, after: await seen(engine) });
        await a.full(...state(n));
        await engine.settle();
      }
      const after = await seen(engine);
      expect(after.refs).toContain(`component:default/only-${n}`);
      expect(after.refs).not.toContain(`component:default/only-${n - 1}`);
      expect(after.owner).toBe(`group:default/g${n % 2}`);
      expect(after.owned).toContain('component:default/c');
      expect(after.checksum).toBe(await databaseChecksum(knex));
    }
    // What failed left everything as it was.
    expect(states.map(({ after }) => after)).toEqual(
      states.map(({ before }) => before),
    );
    // Else the test has cut nothing.
    expect(failures).toBeGreaterThan(8);
    await engine.stop();
  });
});

async function seen(engine: Awaited<ReturnType<typeof createTestEngine>>) {
  const component = await engine.get('component:default/c');
  const owner = component?.relations?.[0]?.targetRef;
  const group = await engine.get(owner ?? '');
  const { facets } = await engine.entitiesCatalog.facets({
    credentials: {} as any,
    facets: ['kind', 'relations.ownedBy'],
  });
  return {
    refs: await engine.refs(),
    owner,
    owned: group?.relations?.map(relation => relation.targetRef),
    facets,
    checksum: engine.index().checksum(),
  };
}

async function databaseChecksum(knex: Knex) {
  return (await checksumOfDatabase({ knex })).checksum;
}

/** The nth statement from now on fails: on PostgreSQL its connection breaks, on SQLite, which has none, the disk is full. */
function cutAt(options: { knex: Knex; statement: number }) {
  // Transactions have clients of their own, which share only the prototype.
  const client = Object.getPrototypeOf(options.knex.client);
  const isPostgres = dialectOf(options.knex) === 'postgres';
  const original = client._query;
  let left = options.statement;
  client._query = function query(connection: any, statement: any) {
    const isEnd = /^(COMMIT|ROLLBACK)/.test(statement?.sql ?? statement);
    if ((isPostgres || !isEnd) && --left === 0) {
      if (!isPostgres) {
        return Promise.reject(
          Object.assign(new Error('database or disk is full'), {
            code: 'SQLITE_FULL',
          }),
        );
      }
      connection.connection.stream.destroy();
    }
    return original.call(this, connection, statement);
  };
  return {
    mend() {
      client._query = original;
    },
  };
}
