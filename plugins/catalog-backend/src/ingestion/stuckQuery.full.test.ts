import type { Knex } from 'knex';
import {
  createTestEngine,
  testEntity,
} from '../__testUtils__/createTestEngine';
import {
  startPostgresDatabases,
  type TestDatabases,
} from '../__testUtils__/testDatabases';
import { COMMIT_PATIENCE_MS } from '../storage/changeFeed';

jest.setTimeout(120_000);

describe('a stuck query on PostgreSQL', () => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await startPostgresDatabases();
  });
  afterAll(() => databases.stop());

  it('in another process costs writers half a minute, and readers nothing', async () => {
    const knex = await databases.create();
    const engine = await createTestEngine({ knex });
    await engine.provider('a').full(testEntity('Component', 'c'));
    const stuck = await databases.connect(knex);
    const transaction = await stuck.transaction();
    await transaction('engine_clock').forUpdate();

    const startedAt = performance.now();
    const refusal = engine
      .provider('b')
      .full(testEntity('Component', 'd'))
      .then(
        () => undefined,
        error => error,
      );
    expect(await engine.refs()).toEqual(['component:default/c']);
    expect(await engine.get('component:default/c')).toBeDefined();
    expect(await refusal).toMatchObject({ name: 'ServiceUnavailableError' });
    expect(performance.now() - startedAt).toBeLessThan(
      COMMIT_PATIENCE_MS + 5_000,
    );
    expect(COMMIT_PATIENCE_MS).toBeLessThanOrEqual(30_000);

    await transaction.rollback();
    await engine.provider('b').full(testEntity('Component', 'd'));
    expect(await engine.refs()).toHaveLength(2);
    await engine.stop();
  });

  it('on every connection of the pool leaves lists, and entities that were read before', async () => {
    const knex = await databases.create();
    const engine = await createTestEngine({ knex });
    await engine.provider('a').full(testEntity('Component', 'c'));
    await engine.settle();
    const held = await holdAll(knex);

    expect(await engine.refs()).toEqual(['component:default/c']);
    expect(await engine.get('component:default/c')).toBeDefined();
    await expect(
      engine.provider('b').full(testEntity('Component', 'd')),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });

    await Promise.all(held.map(transaction => transaction.rollback()));
    await engine.provider('b').full(testEntity('Component', 'd'));
    expect(await engine.refs()).toHaveLength(2);
    await engine.stop();
  });
});

/** Takes every connection that the pool can make. */
async function holdAll(knex: Knex): Promise<Knex.Transaction[]> {
  const held: Knex.Transaction[] = [];
  for (;;) {
    try {
      held.push(await knex.transaction());
    } catch {
      return held;
    }
  }
}
