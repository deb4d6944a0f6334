import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import knexFactory, { type Knex } from 'knex';
import { locationEntityRef } from './locationEntityRef';
import { LocationStore, REPAIR_INTERVAL_MS } from './LocationStore';
import { until } from '../__testUtils__/until';
import type { ScmEventHandling } from './readScmEventHandling';

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
const REPOSITORY = 'https://github.com/o/r';
const at = (path: string, repository = REPOSITORY) =>
  `${repository}/blob/main/${path}`;

jest.setTimeout(20_000);

describe('LocationStore', () => {
  let knex: Knex;
  const connection = {
    applyMutation: jest.fn(),
    refresh: jest.fn(),
  } satisfies EntityProviderConnection;
  const refreshRefs = jest.fn();
  const originLocationOf = jest.fn();
  const markEventActionTaken = jest.fn();
  const logger = mockServices.logger.mock();
  let publish: (events: any[]) => Promise<void>;

  async function createStore(handling: Partial<ScmEventHandling> = {}) {
    const store = new LocationStore({
      knex,
      ingestion: { refreshRefs },
      entities: { originLocationOf, entitiesAt: () => [] },
      scmEvents: {
        subscribe: ({ onEvents }: any) => {
          publish = onEvents;
          return { unsubscribe() {} };
        },
        publish: async () => {},
        markEventActionTaken,
      },
      scmEventHandling: {
        refresh: false,
        unregister: false,
        move: false,
        ...handling,
      },
      logger,
    });
    await store.connect(connection);
    connection.applyMutation.mockClear();
    return store;
  }

  beforeEach(async () => {
    jest.resetAllMocks();
    publish = async () => {
      throw new Error('nobody has subscribed');
    };
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@backstage/plugin-catalog-backend',
        'migrations',
      ),
    });
  });
  afterEach(() => knex.destroy());

  const url = (target: string) => ({ type: 'url', target });
  const refOf = (target: string) => locationEntityRef(url(target));
  const create = (store: LocationStore, ...targets: string[]) =>
    Promise.all(
      targets.map(target =>
        store.createLocation(url(target), { onConflict: 'reject' }),
      ),
    );
  const targetsIn = async (store: LocationStore) =>
    (await store.listLocations()).map(({ target }) => target).sort();
  const mutations = () =>
    connection.applyMutation.mock.calls.map(([mutation]) => ({
      added: mutation.added.map((e: any) => e.entity.spec.target),
      removed: mutation.removed.map((e: any) => e.entityRef),
    }));

  it('provides the others when one makes no sense, which can be deleted', async () => {
    const store = await createStore();
    await create(store, at('a.yaml'));
    await expect(create(store, '')).rejects.toThrow('empty target');
    const { id } = (await store.listLocations()).find(each => !each.target)!;
    await store.connect(connection);
    const [[mutation]] = connection.applyMutation.mock.calls.slice(-1);
    expect(mutation.entities).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`DELETE /api/catalog/locations/${id}`),
    );
    await store.deleteLocation(id);
    expect(await targetsIn(store)).toEqual([at('a.yaml')]);
  });

  describe('when the catalog does not follow the table', () => {
    it('brings it in line once the database is back', async () => {
      const store = await createStore();
      const away = new ServiceUnavailableError('away');
      connection.applyMutation
        .mockRejectedValueOnce(away)
        .mockRejectedValueOnce(away);
      await expect(create(store, at('a.yaml'))).rejects.toBe(away);
      await until(() => connection.applyMutation.mock.calls.length === 3);
      const [[mutation]] = connection.applyMutation.mock.calls.slice(-1);
      expect(mutation).toMatchObject({
        type: 'full',
        entities: [{ locationKey: `url:${at('a.yaml')}` }],
      });
      await pause(REPAIR_INTERVAL_MS + 500);
      expect(connection.applyMutation).toHaveBeenCalledTimes(3);
    });

    it('does not try for ever what cannot succeed', async () => {
      const store = await createStore();
      const wrong = new Error('wrong');
      connection.applyMutation.mockRejectedValue(wrong);
      await expect(create(store, at('a.yaml'))).rejects.toBe(wrong);
      await pause(REPAIR_INTERVAL_MS + 500);
      expect(connection.applyMutation).toHaveBeenCalledTimes(1);
    });
  });

  it('provides what it has when it connects', async () => {
    const store = await createStore();
    const [location] = await create(store, at('a.yaml'));
    expect(location).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ...url(at('a.yaml')),
      entityRef: expect.stringMatching(
        /^location:default\/generated-[0-9a-f]{40}$/,
      ),
    });
    await store.connect(connection);
    const locationRef = `url:${at('a.yaml')}`;
    expect(connection.applyMutation).toHaveBeenLastCalledWith({
      type: 'full',
      entities: [
        {
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Location',
            metadata: {
              name: location.entityRef.slice('location:default/'.length),
              annotations: {
                'backstage.io/managed-by-location': locationRef,
                'backstage.io/managed-by-origin-location': locationRef,
              },
            },
            spec: { ...url(at('a.yaml')), presence: undefined },
          },
          locationKey: locationRef,
        },
      ],
    });
  });

  it('rejects what it has, or has it read anew', async () => {
    const store = await createStore();
    const [first] = await create(store, at('a.yaml'));
    await expect(create(store, at('a.yaml'))).rejects.toThrow(
      `Location url:${at('a.yaml')} already exists`,
    );
    expect(refreshRefs).not.toHaveBeenCalled();
    const again = await store.createLocation(url(at('a.yaml')), {
      onConflict: 'refresh',
    });
    expect(again).toEqual(first);
    expect(refreshRefs).toHaveBeenCalledWith({
      entityRefs: [first.entityRef],
      force: true,
    });
  });

  it('finds, moves and deletes by id', async () => {
    const store = await createStore();
    const [{ id, entityRef }] = await create(store, at('a.yaml'), at('b.yaml'));
    expect(await store.getLocation(id)).toMatchObject(url(at('a.yaml')));

    await expect(store.updateLocation(id, url(at('b.yaml')))).rejects.toThrow(
      `Location url:${at('b.yaml')} already exists`,
    );
    connection.applyMutation.mockClear();
    const moved = { id, ...url(at('c.yaml')), entityRef };
    expect(await store.updateLocation(id, url(at('c.yaml')))).toEqual(moved);
    expect(await store.getLocation(id)).toEqual(moved);
    const [[mutation]] = connection.applyMutation.mock.calls;
    expect(mutation.added[0]).toMatchObject({
      entity: { metadata: { name: entityRef.split('/')[1] } },
      locationKey: `url:${at('c.yaml')}`,
    });

    await store.deleteLocation(id);
    expect(mutations()[1]).toEqual({
      added: [],
      removed: [entityRef],
    });
    expect(await targetsIn(store)).toEqual([at('b.yaml')]);
  });

  it.each([UNKNOWN_ID, 'no uuid'])('knows nothing of %s', async id => {
    const store = await createStore();
    const message = `Found no location with ID ${id}`;
    await expect(store.getLocation(id)).rejects.toThrow(message);
    await expect(store.deleteLocation(id)).rejects.toThrow(message);
    await expect(store.updateLocation(id, url('x'))).rejects.toThrow(message);
    expect(connection.applyMutation).not.toHaveBeenCalled();
  });

  it('finds the location of an entity', async () => {
    const store = await createStore();
    const [location] = await create(store, at('a.yaml'));
    const ref = 'component:default/x';
    await expect(store.getLocationByEntity(ref)).rejects.toThrow(
      'found no entity for ref component:default/x',
    );
    originLocationOf.mockReturnValue('url:https://elsewhere.example.com');
    await expect(store.getLocationByEntity(ref)).rejects.toThrow(
      'Found no location with type url and target https://elsewhere.example.com',
    );
    originLocationOf.mockReturnValue(`url:${at('a.yaml')}`);
    expect(
      await store.getLocationByEntity({
        kind: 'Component',
        namespace: 'default',
        name: 'X',
      }),
    ).toEqual(location);
    expect(originLocationOf).toHaveBeenLastCalledWith(ref);
  });

  describe('queries', () => {
    const all = ['https://B.example.com/x_y', 'https://a.example.com/100%'];

    it.each<[any, string[]]>([
      [undefined, all],
      [{ type: 'URL' }, all],
      [{ target: 'HTTPS://b.example.com/X_y' }, [all[0]]],
      [{ target: { $in: [all[1].toUpperCase(), 'x'] } }, [all[1]]],
      [{ target: { $in: [] } }, []],
      [{ target: { $hasPrefix: 'https://b' } }, [all[0]]],
      [{ target: { $hasPrefix: 'https://b.example.com/x%' } }, []],
      [{ target: { $hasPrefix: 'https://a.example.com/100%' } }, [all[1]]],
      [{ target: { $hasPrefix: 'https://_' } }, []],
      [{ ENTITYref: { $hasPrefix: 'Location:default/' } }, all],
      [{ type: { $exists: true }, target: all[1] }, [all[1]]],
      [{ type: { $exists: false } }, []],
      [{ type: { $contains: 'url' } }, []],
      [{ $all: [{ type: 'url' }, { target: all[1] }] }, [all[1]]],
      [{ $all: [] }, []],
      [{ $any: [{ target: all[1] }, { target: all[0] }] }, all],
      [{ $any: [] }, []],
      [{ $not: { target: all[1] } }, [all[0]]],
      [{ $not: { $any: [{ target: all[1] }, { type: 'file' }] } }, [all[0]]],
    ])('%j', async (query, expected) => {
      const store = await createStore();
      await create(store, ...all);
      const { items, totalItems } = await store.queryLocations({ query });
      expect(items.map(({ target }) => target).sort()).toEqual(expected);
      expect(totalItems).toBe(expected.length);
    });

    it.each<[any, string]>([
      ['x', 'expected an object'],
      [{ $xor: [] }, "unknown logic operator '$xor'"],
      [{ name: 'x' }, "got 'name'"],
      [{ type: { $like: 'x' } }, 'unknown matcher object \'{"$like":"x"}\''],
      [{ type: ['x'] }, 'unknown matcher object \'["x"]\''],
      [{ type: undefined }, "got 'undefined'"],
    ])('refuses %j', async (query, message) => {
      const store = await createStore();
      await expect(store.queryLocations({ query })).rejects.toThrow(message);
    });

    it('come in pages', async () => {
      const store = await createStore();
      await create(store, 'https://a', 'https://b', 'https://c');
      const ids = (await store.listLocations()).map(({ id }) => id).sort();
      const first = await store.queryLocations({ limit: 2 });
      expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
      const rest = await store.queryLocations({ limit: 2, afterId: ids[1] });
      expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(2));
      expect([first.totalItems, rest.totalItems]).toEqual([3, 3]);
    });
  });

  describe('events of source control', () => {
    const everything = [
      { type: 'location.deleted', url: at('a.yaml') },
      { type: 'location.moved', fromUrl: at('b.yaml'), toUrl: at('c.yaml') },
      { type: 'repository.deleted', url: REPOSITORY },
    ];

    it('mean nothing unless they are switched on', async () => {
      await createStore({ refresh: true });
      await expect(publish(everything)).rejects.toThrow('nobody');
      const store = await createStore({ move: true });
      await create(store, at('a.yaml'));
      await publish(everything);
      expect(await targetsIn(store)).toEqual([at('a.yaml')]);
    });

    it('unregister what is deleted', async () => {
      const store = await createStore({ unregister: true });
      await create(store, at('a.yaml'), at('b.yaml'));
      connection.applyMutation.mockClear();
      await publish([everything[0], everything[1]]);
      expect(await targetsIn(store)).toEqual([at('b.yaml')]);
      expect(mutations()).toEqual([
        { added: [], removed: [refOf(at('a.yaml'))] },
      ]);
      expect(markEventActionTaken.mock.calls).toEqual([
        [{ action: 'delete', count: 1 }],
      ]);
    });

    it('unregister what is below a repository or folder', async () => {
      const store = await createStore({ unregister: true });
      const other = at('a.yaml', 'https://github.com/o/r2');
      await create(store, at('a.yaml'), at('sub/b.yaml'), other);
      await publish([{ type: 'repository.deleted', url: at('sub') }]);
      expect(await targetsIn(store)).toEqual([at('a.yaml'), other]);
      await publish([{ type: 'repository.deleted', url: REPOSITORY }]);
      expect(await targetsIn(store)).toEqual([other]);
    });

    it('move files that are registered, and no others', async () => {
      const store = await createStore({ move: true });
      await create(store, at('a.yaml'));
      connection.applyMutation.mockClear();
      await publish([
        { type: 'location.moved', fromUrl: at('a.yaml'), toUrl: at('x.yaml') },
        { type: 'location.moved', fromUrl: at('b.yaml'), toUrl: at('y.yaml') },
      ]);
      expect(await targetsIn(store)).toEqual([at('x.yaml')]);
      expect(mutations()).toEqual([
        { added: [], removed: [refOf(at('a.yaml'))] },
        { added: [at('x.yaml')], removed: [] },
      ]);
      expect(markEventActionTaken.mock.calls).toEqual([
        [{ action: 'delete', count: 1 }],
        [{ action: 'create', count: 1 }],
      ]);
    });

    it('move repositories', async () => {
      const store = await createStore({ move: true });
      const renamed = 'https://github.com/o/renamed';
      await create(store, at('a.yaml'), at('sub/b.yaml'));
      await publish([
        { type: 'repository.moved', fromUrl: REPOSITORY, toUrl: `${renamed}/` },
      ]);
      expect(await targetsIn(store)).toEqual([
        at('a.yaml', renamed),
        at('sub/b.yaml', renamed),
      ]);
      expect(markEventActionTaken).toHaveBeenCalledWith({
        action: 'move',
        count: 2,
      });
      await publish([
        { type: 'repository.moved', fromUrl: `${renamed}?x`, toUrl: 'y' },
      ]);
      expect(await targetsIn(store)).toHaveLength(2);
    });

    it('say what is wrong with a URL that is none of a repository', async () => {
      await createStore({ unregister: true });
      await expect(
        publish([{ type: 'repository.deleted', url: 'https://github.com/' }]),
      ).rejects.toThrow('Invalid URL prefix');
    });
  });

  it('says so when the database is away', async () => {
    const store = await createStore();
    await knex.destroy();
    await expect(store.listLocations()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});
