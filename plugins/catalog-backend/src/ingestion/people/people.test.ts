import type { ObservedMutation } from '@callboard/plugin-access-node';
import {
  createTestEngine,
  testEntity,
} from '../../__testUtils__/createTestEngine';
import {
  startSqliteDatabases,
  type TestDatabases,
} from '../../__testUtils__/testDatabases';

describe('what is seen of people', () => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await startSqliteDatabases();
  });
  afterAll(() => databases.stop());

  async function open() {
    const seen: ObservedMutation[] = [];
    const engine = await createTestEngine({
      knex: await databases.create(),
      onMutated: mutation => seen.push(mutation),
    });
    return {
      engine,
      /** What the last mutation did. */
      last: () => seen[seen.length - 1]?.people,
      seen,
    };
  }
  const user = (name: string, orders = {}) => testEntity('User', name, orders);
  const group = (name: string) => testEntity('Group', name);
  const nothing = { added: [], changed: [], removed: [], conflicts: [] };

  it('tells what came, what changed and what went with a full mutation', async () => {
    const { engine, last, seen } = await open();
    const a = engine.provider('a');
    await a.full(user('grace'), user('alan'), group('core'));
    expect(last()).toEqual({
      ...nothing,
      users: 2,
      groups: 1,
      added: ['user:default/grace', 'user:default/alan', 'group:default/core'],
    });
    expect(seen[0]).toMatchObject({
      providerName: 'a',
      startedAt: expect.any(Date),
      endedAt: expect.any(Date),
    });
    await a.full(user('grace'), user('alan'), group('core'));
    expect(last()).toEqual({ ...nothing, users: 2, groups: 1 });

    await a.full(user('grace', { title: 'Admiral' }), group('core'));
    expect(last()).toEqual({
      ...nothing,
      users: 1,
      groups: 1,
      changed: ['user:default/grace'],
      removed: ['user:default/alan'],
    });
    await a.full();
    expect(last()).toMatchObject({ users: 0, groups: 0 });
    expect(last().removed).toHaveLength(2);
    await engine.stop();
  });

  it('counts another location key as a change', async () => {
    const { engine, last } = await open();
    const moved = (locationKey: string) => ({ ...user('grace'), locationKey });
    await engine.provider('a').full(moved('one'));
    await engine.provider('a').full(moved('two'));
    expect(last()).toEqual({
      ...nothing,
      users: 1,
      groups: 0,
      changed: ['user:default/grace'],
    });
    await engine.stop();
  });

  it('names those that another source has, each time', async () => {
    const { engine, last } = await open();
    const held = (locationKey: string) => ({ ...user('grace'), locationKey });
    await engine.provider('a').full(held('one'));
    for (let i = 0; i < 2; i++) {
      await engine.provider('b').full(held('two'), user('alan'));
      expect(last()).toMatchObject({
        users: 1,
        added: i === 0 ? ['user:default/alan'] : [],
        removed: [],
        conflicts: ['user:default/grace'],
      });
    }
    await engine.stop();
  });

  it('sees deltas of people, and none of anything else', async () => {
    const { engine, last, seen } = await open();
    const a = engine.provider('a');
    await a.delta([testEntity('Component', 'shop')]);
    expect(seen).toEqual([]);
    await a.delta([user('grace')]);
    expect(last()).toMatchObject({ users: 1, added: ['user:default/grace'] });
    await engine.provider('b').delta([user('alan')]);

    // It names one that is not there, and one of another provider.
    const nobody = [
      { entityRef: 'user:default/nobody' },
      { entityRef: 'user:default/alan' },
    ];
    await a.delta([], nobody);
    expect(seen).toHaveLength(2);
    await a.delta([], [{ entityRef: 'user:default/grace' }]);
    expect(last()).toEqual({
      ...nothing,
      users: 0,
      groups: 0,
      removed: ['user:default/grace'],
    });
    await engine.stop();
  });

  it('says of a full mutation without people that there are none', async () => {
    const { engine, last } = await open();
    await engine.provider('a').full(testEntity('Location', 'files'));
    expect(last()).toEqual({ ...nothing, users: 0, groups: 0 });
    await engine.stop();
  });

  it('counts people, and names those that are invalid', async () => {
    const { engine } = await open();
    await engine
      .provider('a')
      .full(user('grace'), user('alan', { fail: 'no team' }), group('core'));
    await engine
      .provider('b')
      .full(testEntity('Component', 'c', { fail: 'x' }));
    await engine.settle();
    expect(engine.people.countOf('a')).toEqual({ users: 2, groups: 1 });
    expect(engine.people.countOf('nobody')).toEqual({ users: 0, groups: 0 });
    expect(await engine.people.invalid()).toEqual([
      {
        providerName: 'a',
        entityRef: 'user:default/alan',
        message: 'no team',
      },
    ]);
    await engine.stop();
  });
});
