import {
  createTestEngine,
  testEntity,
} from '../__testUtils__/createTestEngine';
import { startProxy } from '../__testUtils__/startProxy';
import { until } from '../__testUtils__/until';
import {
  startPostgresDatabases,
  type TestDatabases,
} from '../__testUtils__/testDatabases';

jest.setTimeout(120_000);

describe('several replicas on PostgreSQL', () => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await startPostgresDatabases();
  });
  afterAll(() => databases.stop());

  it('show on all what one acknowledged, and agree on everything', async () => {
    const knex = await databases.create();
    const one = await createTestEngine({ knex });
    const two = await createTestEngine({ knex: await databases.connect(knex) });
    await one
      .provider('a')
      .full(
        testEntity('Component', 'c', { owner: 'g' }),
        testEntity('Group', 'g'),
      );
    expect(await one.refs()).toHaveLength(2);
    await until(() => two.index().size === 2);
    await two.provider('b').full(testEntity('Component', 'd', { owner: 'g' }));
    expect(await two.refs()).toHaveLength(3);
    await until(() => one.index().size === 3);
    await one.settle();
    await until(() => one.index().checksum() === two.index().checksum());
    expect(await two.get('group:default/g')).toEqual(
      await one.get('group:default/g'),
    );
    await one.provider('a').full();
    await until(() => two.index().size === 1);
    await one.stop();
    await two.stop();
  });

  it('write side by side without losing anything', async () => {
    const knex = await databases.create();
    const engines = [
      await createTestEngine({ knex }),
      await createTestEngine({ knex: await databases.connect(knex) }),
    ];
    await Promise.all(
      engines.flatMap((engine, e) =>
        Array.from({ length: 20 }, (_, i) =>
          engine
            .provider(['a', 'b'][e])
            .delta([testEntity('Component', `c-${e}-${i}`, { owner: 'g' })]),
        ),
      ),
    );
    await engines[0].provider('a').delta([testEntity('Group', 'g')]);
    await engines[0].settle();
    await until(() => engines.every(engine => engine.index().size === 41));
    await until(
      () => engines[0].index().checksum() === engines[1].index().checksum(),
    );
    const group = await engines[1].get('group:default/g');
    expect(group?.relations).toHaveLength(40);
    await Promise.all(engines.map(engine => engine.stop()));
  });

  it('go on reading while the database is away, refuse writes meanwhile, and recover by themselves', async () => {
    const proxy = await startProxy(databases.postgres!);
    const knex = await databases.create(proxy);
    const engine = await createTestEngine({ knex });
    await engine.provider('a').full(testEntity('Component', 'c'));
    expect(await engine.refs()).toEqual(['component:default/c']);

    proxy.cut();
    expect(await engine.refs()).toEqual(['component:default/c']);
    expect(await engine.get('component:default/c')).toBeDefined();
    await expect(
      engine.provider('a').full(testEntity('Component', 'd')),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    await expect(
      engine.ingestion.removeEntityByUid({ uid: 'any' }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    expect(await engine.refs()).toEqual(['component:default/c']);

    proxy.mend();
    await until(() =>
      engine
        .provider('a')
        .full(testEntity('Component', 'd'))
        .then(
          () => true,
          () => false,
        ),
    );
    await engine.settle();
    expect(await engine.refs()).toEqual(['component:default/d']);
    await engine.stop();
    await knex.destroy();
    await proxy.stop();
  });

  it('start from a snapshot and what came after it', async () => {
    const knex = await databases.create();
    const first = await createTestEngine({ knex });
    await first
      .provider('a')
      .full(
        testEntity('Component', 'c', { owner: 'g' }),
        testEntity('Group', 'g'),
      );
    await first.settle();
    const other = await createTestEngine({
      knex: await databases.connect(knex),
    });
    await first.stop();
    expect(await knex('engine_snapshots').count({ n: '*' })).toEqual([
      { n: '1' },
    ]);
    await other
      .provider('b')
      .delta([testEntity('Component', 'd', { owner: 'g' })]);
    await other.settle();

    const again = await createTestEngine({
      knex: await databases.connect(knex),
    });
    expect(again.index().checksum()).toBe(other.index().checksum());
    expect(await again.get('group:default/g')).toEqual(
      await other.get('group:default/g'),
    );
    await again.provider('b').delta([], [{ entityRef: 'component:default/d' }]);
    expect((await again.get('group:default/g'))?.relations).toEqual([
      { type: 'ownerOf', targetRef: 'component:default/c' },
    ]);
    await other.stop();
    await again.stop();
  });
});
