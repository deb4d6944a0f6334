import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { ConfigLocationEntityProvider } from './ConfigLocationEntityProvider';
import { DefaultLocationService } from './DefaultLocationService';
import { IndexedEntityLocations } from './IndexedEntityLocations';
import { EntityIndex } from '../index/EntityIndex';
import { readConflictStrategy } from './readConflictStrategy';
import { readScmEventHandling } from './readScmEventHandling';
import { RepoLocationAnalyzer } from './RepoLocationAnalyzer';
import { ScmEventRefreshProvider } from './ScmEventRefreshProvider';

const connection = { applyMutation: jest.fn(), refresh: jest.fn() };
const logger = mockServices.logger.mock();

beforeEach(() => jest.resetAllMocks());

describe('ConfigLocationEntityProvider', () => {
  const locations = (...targets: string[]) => ({
    catalog: {
      locations: targets.map(target => ({
        type: target.startsWith('http') ? 'url' : 'file',
        target,
      })),
    },
  });
  const provided = () =>
    connection.applyMutation.mock.calls.map(([{ type, entities }]) => [
      type,
      ...entities.map((e: any) => e.locationKey),
    ]);

  it('follows the configuration', async () => {
    connection.applyMutation.mockResolvedValue(undefined);
    let current = new ConfigReader(locations('https://x/a', './b.yaml'));
    let onChange = () => {};
    const config = {
      getOptionalConfigArray: (key: string) =>
        current.getOptionalConfigArray(key),
      subscribe: (listener: () => void) => {
        onChange = listener;
      },
    } as any;
    const provider = new ConfigLocationEntityProvider({ config, logger });
    expect(provider.getProviderName()).toBe('ConfigLocationProvider');
    await provider.connect(connection);
    onChange();
    current = new ConfigReader(locations('https://x/a'));
    onChange();
    onChange();
    expect(provided()).toEqual([
      ['full', 'url:https://x/a', `file:${process.cwd()}/b.yaml`],
      ['full', 'url:https://x/a'],
    ]);

    connection.applyMutation.mockRejectedValue(new Error('away'));
    current = new ConfigReader({});
    onChange();
    await new Promise(resolve => setImmediate(resolve));
    expect(logger.error).toHaveBeenCalledWith(
      'Failed to apply the change of catalog.locations, Error: away',
    );
  });
});

describe('ScmEventRefreshProvider', () => {
  it('refreshes what came from files and repositories that changed', async () => {
    const refreshKeys = jest.fn().mockResolvedValue(2);
    const refreshRefs = jest.fn().mockResolvedValue(3);
    const entitiesAt = jest.fn().mockReturnValue(['a:b/c']);
    const markEventActionTaken = jest.fn();
    const subscribe = jest.fn();
    const create = (refresh: boolean) =>
      new ScmEventRefreshProvider({
        ingestion: { refreshKeys, refreshRefs },
        entities: { entitiesAt },
        scmEvents: { subscribe, publish: jest.fn(), markEventActionTaken },
        scmEventHandling: { refresh, unregister: true, move: true },
      });
    await create(false).connect(connection);
    expect(subscribe).not.toHaveBeenCalled();

    await create(true).connect(connection);
    const [[{ onEvents }]] = subscribe.mock.calls;
    await onEvents([
      { type: 'location.updated', url: 'https://x/o/r/blob/m/a.yaml' },
      { type: 'repository.updated', url: 'https://x/o/r//' },
      { type: 'repository.updated', url: 'https://x/o/r?a=b' },
      { type: 'location.created', url: 'https://x/o/r/blob/m/b.yaml' },
    ]);
    const places = {
      refs: [
        'url:https://x/o/r/blob/m/a.yaml',
        'url:https://x/o/r/tree/m/a.yaml',
      ],
      prefixes: ['url:https://x/o/r/'],
    };
    expect(entitiesAt).toHaveBeenCalledWith(places);
    expect(refreshKeys).toHaveBeenCalledWith({
      keys: places.refs,
      prefixes: places.prefixes,
    });
    expect(refreshRefs).toHaveBeenCalledWith({ entityRefs: ['a:b/c'] });
    expect(markEventActionTaken).toHaveBeenCalledWith({
      count: 5,
      action: 'refresh',
    });
  });
});

describe('IndexedEntityLocations', () => {
  it('finds entities by where they came from', () => {
    const index = new EntityIndex();
    const entry = (name: string, location: string, origin: string) => ({
      entityId: name,
      entityRef: `component:default/${name}`,
      hash: 'h',
      entity: {
        apiVersion: 'x/v1',
        kind: 'Component',
        metadata: {
          name,
          annotations: {
            'backstage.io/managed-by-location': location,
            'backstage.io/managed-by-origin-location': origin,
          },
        },
      },
    });
    index.apply({
      upserts: [
        entry('a', 'url:https://x/A', 'url:https://x/all'),
        entry('b', 'url:https://x/b', 'url:https://x/all'),
        entry('c', 'url:https://y/c', 'url:https://y/c'),
      ],
      removals: [],
    });
    const entities = new IndexedEntityLocations(() => index);
    expect(entities.originLocationOf('component:default/a')).toBe(
      'url:https://x/all',
    );
    expect(entities.originLocationOf('component:default/z')).toBeUndefined();
    const at = (options: { refs?: string[]; prefixes?: string[] }) =>
      entities
        .entitiesAt(options)
        .map(ref => ref.slice(-1))
        .sort()
        .join('');
    expect(at({ refs: ['url:https://x/A'] })).toBe('a');
    expect(at({ refs: ['url:https://x/all', 'url:https://y/c'] })).toBe('abc');
    expect(at({ prefixes: ['url:https://x/'] })).toBe('ab');
    expect(at({})).toBe('');
    expect(
      new IndexedEntityLocations(() => new EntityIndex()).entitiesAt({
        refs: ['x'],
        prefixes: ['x'],
      }),
    ).toEqual([]);
  });
});

describe('DefaultLocationService', () => {
  const store = {
    createLocation: jest.fn(),
    updateLocation: jest.fn(),
    listLocations: jest.fn(),
  };
  const process = jest.fn();
  const service = new DefaultLocationService({
    store: store as any,
    processing: { process },
    allowedLocationTypes: ['url'],
    defaultConflictStrategy: 'refresh',
  });
  const input = { type: 'url', target: 'https://x/a.yaml' };

  it('lets only allowed types in', async () => {
    const message = 'Registered locations must be of an allowed type ["url"]';
    const file = { type: 'file', target: '/etc/passwd' };
    for (const dryRun of [true, false]) {
      await expect(service.createLocation(file, dryRun)).rejects.toThrow(
        message,
      );
    }
    await expect(service.updateLocation('id', file)).rejects.toThrow(message);
    expect(process).not.toHaveBeenCalled();
  });

  it('follows the default for conflicts, or the wish', async () => {
    await service.createLocation(input, false);
    await service.createLocation(input, false, { onConflict: 'reject' });
    expect(store.createLocation.mock.calls).toEqual([
      [input, { onConflict: 'refresh' }],
      [input, { onConflict: 'reject' }],
    ]);
  });

  describe('dry run', () => {
    const named = (name: string) => ({
      apiVersion: 'x/v1',
      kind: 'Component',
      metadata: { name },
    });
    const brings = (...names: string[]) => ({
      deferredEntities: names.map(name => ({ entity: named(name) })),
    });

    beforeEach(() => {
      store.listLocations.mockResolvedValue([{ ...input, id: '1' }]);
    });

    it('shows all that comes of a location', async () => {
      process.mockImplementation(async ({ entity }) => ({
        ok: true,
        completedEntity: entity,
        ...(entity.kind === 'Location' ? brings('a', 'b') : brings()),
      }));
      const answer = await service.createLocation(input, true);
      expect(answer).toMatchObject({
        exists: true,
        location: { ...input, id: 'url:https://x/a.yaml' },
        entities: [
          { kind: 'Location', spec: input },
          { metadata: { name: 'b' } },
          { metadata: { name: 'a' } },
        ],
      });
      expect(process.mock.calls[0][0].state).toEqual({});
      expect(store.createLocation).not.toHaveBeenCalled();
    });

    it('ends where an entity brings itself', async () => {
      process.mockImplementation(async ({ entity }) => ({
        ok: true,
        completedEntity: entity,
        ...brings('a'),
      }));
      await expect(service.createLocation(input, true)).rejects.toThrow(
        'Duplicate nested entity: component:default/a',
      );
    });

    it('tells what failed', async () => {
      process.mockResolvedValue({
        ok: false,
        errors: [new Error('one'), new Error('two')],
      });
      await expect(service.createLocation(input, true)).rejects.toThrow(
        'Error: one, Error: two',
      );
    });
  });
});

describe('RepoLocationAnalyzer', () => {
  const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
  const url = 'https://github.com/o/r';
  const analyze = (target: string, existing: any[] = []) =>
    new RepoLocationAnalyzer({
      logger,
      integrations,
      analyzers: [
        {
          supports: each => each === url,
          analyze: async () => ({ existing }),
        },
      ],
    }).analyzeLocation({ location: { type: 'url', target } });

  it('proposes a component', async () => {
    expect(await analyze(url)).toEqual({
      existingEntityFiles: [],
      generateEntities: [
        {
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'r',
              annotations: { 'github.com/project-slug': 'o/r' },
            },
            spec: { type: 'other', lifecycle: 'unknown' },
          },
          fields: [],
        },
      ],
    });
    const elsewhere = await analyze('https://git.example.com/o/r');
    expect(elsewhere.generateEntities[0].entity.metadata).toEqual({
      name: 'r',
    });
  });

  it('finds what is there', async () => {
    const existing = [{ location: { type: 'url', target: url } }];
    expect(await analyze(url, existing)).toEqual({
      existingEntityFiles: existing,
      generateEntities: [],
    });
  });
});

it.each<[any, boolean[]]>([
  [undefined, [false, false, false]],
  [false, [false, false, false]],
  [true, [true, true, true]],
  [{}, [true, true, true]],
  [{ move: false }, [true, true, false]],
])('catalog.scmEvents %j', (scmEvents, [refresh, unregister, move]) => {
  const config = new ConfigReader({ catalog: { scmEvents } });
  expect(readScmEventHandling(config)).toEqual({ refresh, unregister, move });
});

it('catalog.defaultLocationConflictStrategy', () => {
  const read = (defaultLocationConflictStrategy?: string) =>
    readConflictStrategy(
      new ConfigReader({ catalog: { defaultLocationConflictStrategy } } as any),
    );
  expect([read(), read('reject'), read('refresh')]).toEqual([
    'reject',
    'reject',
    'refresh',
  ]);
  expect(() => read('ignore')).toThrow('must be "reject" or "refresh"');
});
