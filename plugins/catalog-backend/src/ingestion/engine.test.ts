import knexFactory, { type Knex } from 'knex';
import {
  createTestEngine,
  testEntity,
  type TestEngine,
} from '../__testUtils__/createTestEngine';

describe('the engine on SQLite', () => {
  let knex: Knex;
  let engine: TestEngine;

  beforeEach(async () => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    knex.client.pool.on('createSuccess', (_id: unknown, resource: any) =>
      resource.pragma('foreign_keys = ON'),
    );
    engine = await createTestEngine({ knex });
  });
  afterEach(async () => {
    await engine.stop();
    await knex.destroy();
  });

  it('shows what a provider brings in, with relations of both sides', async () => {
    await engine
      .provider('a')
      .full(
        testEntity('Component', 'c', { owner: 'g' }),
        testEntity('Group', 'g'),
      );
    await engine.settle();
    expect(await engine.refs()).toEqual([
      'component:default/c',
      'group:default/g',
    ]);
    expect((await engine.get('group:default/g'))?.relations).toEqual([
      { type: 'ownerOf', targetRef: 'component:default/c' },
    ]);
    expect((await engine.get('component:default/c'))?.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/g' },
    ]);
  });

  it('takes the relations of a removed entity from its neighbours', async () => {
    const a = engine.provider('a');
    await a.full(
      testEntity('Component', 'c', { owner: 'g' }),
      testEntity('Group', 'g'),
    );
    await engine.settle();
    await a.full(testEntity('Group', 'g'));
    expect(await engine.refs()).toEqual(['group:default/g']);
    expect((await engine.get('group:default/g'))?.relations).toEqual([]);
  });

  it('removes what a removed entity brought in, except what another provider stands behind', async () => {
    const child = testEntity('Component', 'child');
    const shared = testEntity('Component', 'shared');
    await engine
      .provider('a')
      .full(
        testEntity('Location', 'l', { emit: [child as any, shared as any] }),
      );
    await engine.settle();
    await engine.provider('b').full(shared);
    await engine.settle();
    await engine.provider('a').full();
    expect(await engine.refs()).toEqual(['component:default/shared']);
  });

  it('writes nothing for an unchanged full mutation', async () => {
    const entities = [
      testEntity('Component', 'c', { owner: 'g' }),
      testEntity('Group', 'g'),
    ];
    await engine.provider('a').full(...entities);
    await engine.settle();
    const before = await knex('engine_clock').first();
    const [{ changes }] = await knex.raw('select total_changes() as changes');
    await engine.provider('a').full(...entities);
    const [{ changes: after }] = await knex.raw(
      'select total_changes() as changes',
    );
    expect(after).toBe(changes);
    expect(await knex('engine_clock').first()).toEqual(before);
  });

  it('writes nothing when only the order of keys differs', async () => {
    const a = engine.provider('a');
    await a.full(testEntity('Component', 'c', { one: 1, two: 2 }));
    await engine.settle();
    engine.processed.length = 0;
    const before = await knex('engine_clock').first();
    await a.full(testEntity('Component', 'c', { two: 2, one: 1 }));
    expect(await knex('engine_clock').first()).toEqual(before);
    await a.full(testEntity('Component', 'c', { two: 2, one: 3 }));
    await engine.settle();
    expect((await engine.get('component:default/c'))?.spec).toEqual({
      two: 2,
      one: 3,
    });
  });

  it('keeps a name for the location key that took it first, and tells of the conflict', async () => {
    const claim = (key: string) => ({
      ...testEntity('Component', 'c', { by: key }),
      locationKey: key,
    });
    await engine.provider('a').full(claim('one'));
    await engine.provider('b').full(claim('two'));
    await engine.settle();
    expect((await engine.get('component:default/c'))?.spec).toEqual({
      by: 'one',
    });
  });

  it('puts errors on the status and clears them', async () => {
    const a = engine.provider('a');
    await a.full(testEntity('Component', 'c'));
    await engine.settle();
    await a.full(testEntity('Component', 'c', { fail: 'no luck' }));
    await engine.settle();
    expect((await engine.get('component:default/c')) as any).toMatchObject({
      status: { items: [{ level: 'error', message: 'Error: no luck' }] },
    });
    await a.full(testEntity('Component', 'c'));
    await engine.settle();
    expect((await engine.get('component:default/c')) as any).not.toHaveProperty(
      'status',
    );
  });

  it('takes an entity anew that comes under another location key', async () => {
    const a = engine.provider('a');
    const child = (content: string) =>
      testEntity('Component', 'child', { content });
    await a.full({
      ...testEntity('Location', 'l', { emit: [child('old') as any] }),
      locationKey: 'one',
    });
    await engine.settle();
    const { uid } = (await engine.get('location:default/l'))!.metadata;
    await a.delta(
      [testEntity('Location', 'l', { emit: [child('new') as any] })],
      [{ entityRef: 'component:default/child' }],
    );
    await engine.settle();
    expect((await engine.get('location:default/l'))?.metadata.uid).not.toBe(
      uid,
    );
    expect((await engine.get('component:default/child'))?.spec).toEqual({
      content: 'new',
    });
  });

  it('notices rows that somebody else has deleted', async () => {
    await engine
      .provider('a')
      .full(
        testEntity('Component', 'c', { owner: 'g' }),
        testEntity('Group', 'g'),
      );
    await engine.settle();
    await knex('refresh_state')
      .where({ entity_ref: 'component:default/c' })
      .delete();
    expect(await engine.removeMissing()).toBe(1);
    expect(await engine.refs()).toEqual(['group:default/g']);
    expect((await engine.get('group:default/g'))?.relations).toEqual([]);
    expect(await engine.removeMissing()).toBe(0);
  });

  it('marks an orphan at once', async () => {
    const a = engine.provider('a');
    await a.full(
      testEntity('Location', 'l', {
        emit: [testEntity('Component', 'c') as any],
      }),
    );
    await engine.settle();
    await a.full(testEntity('Location', 'l'));
    await engine.settle();
    expect(
      (await engine.get('component:default/c'))?.metadata.annotations,
    ).toEqual({ 'backstage.io/orphan': 'true' });
  });

  it('processes again what emitted a refresh key', async () => {
    await engine
      .provider('a')
      .full(testEntity('Component', 'c', { keys: ['k'] }));
    await engine.settle();
    engine.processed.length = 0;
    await engine.provider('a').refresh('k');
    await engine.settle();
    expect(engine.processed).toEqual(['component:default/c']);
  });
});
