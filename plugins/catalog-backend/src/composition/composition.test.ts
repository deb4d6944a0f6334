import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import type { EntityProvider } from '@backstage/plugin-catalog-node';
import { register } from 'prom-client';
import { EntityIndex } from '../index/EntityIndex';
import { connectProviders } from './connectProviders';
import { countScmEvents } from './countScmEvents';
import { observeCatalog } from './observeCatalog';
import { selectProviders } from './selectProviders';

const provider = (name: string, connect = jest.fn()): EntityProvider => ({
  getProviderName: () => name,
  connect,
});

describe('selectProviders', () => {
  it('takes the first of a name, and none that is disabled', () => {
    const config = new ConfigReader({
      catalog: {
        providerOptions: { b: { disabled: true }, c: { disabled: false } },
      },
    });
    const entries = ['a', 'b', 'a', 'c', 'not a key'].map(name => ({
      provider: provider(name),
    }));
    expect(selectProviders({ config, entries })).toEqual([
      entries[0],
      entries[3],
      entries[4],
    ]);
    const all = selectProviders({ config: new ConfigReader({}), entries });
    expect(all).toHaveLength(4);
  });
});

describe('connectProviders', () => {
  const failing = () =>
    provider('bad', jest.fn().mockRejectedValue(new Error('no')));
  const ingestion = { connectionFor: jest.fn().mockReturnValue('connection') };

  it('connects all, and reports those of modules that fail', async () => {
    const good = provider('good');
    const reportModuleStartupFailure = jest.fn();
    await connectProviders({
      entries: [
        { provider: failing(), context: { reportModuleStartupFailure } },
        { provider: good },
      ],
      ingestion,
    });
    expect(good.connect).toHaveBeenCalledWith('connection');
    const [[{ error }]] = reportModuleStartupFailure.mock.calls;
    expect(String(error)).toBe(
      "Error: Failed to connect entity provider 'bad'; caused by Error: no",
    );
  });

  it("fails with one of the catalog's own", async () => {
    await expect(
      connectProviders({ entries: [{ provider: failing() }], ingestion }),
    ).rejects.toThrow('no');
  });
});

describe('metrics', () => {
  // Files that ran before in this process may have left theirs.
  beforeAll(() => {
    register.clear();
  });

  const metrics = metricsServiceMock.mock();

  it('count events of source control', async () => {
    const add = jest.fn();
    metrics.createCounter.mockReturnValue({ add });
    let onEvents: any;
    countScmEvents({
      metrics,
      scmEvents: {
        subscribe: (subscriber: any) => {
          onEvents = subscriber.onEvents;
        },
      } as any,
    });
    await onEvents([
      { type: 'location.deleted' },
      { type: 'repository.moved' },
    ]);
    expect(add.mock.calls).toEqual([
      [1, { eventType: 'location' }],
      [1, { eventType: 'repository' }],
    ]);
  });

  it('show what is in the catalog', async () => {
    const callbacks: Record<string, any> = {};
    metrics.createObservableGauge.mockImplementation((name: string): any => ({
      addCallback: (callback: any) => {
        callbacks[name] = callback;
      },
    }));
    const index = new EntityIndex();
    const entry = (kind: string, name: string) => ({
      entityId: name,
      entityRef: `${kind}:default/${name}`,
      hash: 'h',
      entity: {
        apiVersion: 'x/v1',
        kind,
        metadata: { name },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/g' }],
      },
    });
    index.apply({
      upserts: [entry('API', 'a'), entry('API', 'b'), entry('Group', 'g')],
      removals: [],
    });
    observeCatalog({
      metrics,
      index: () => index,
      countLocations: async () => 7,
    });
    const read = async (name: string) => {
      const observe = jest.fn();
      await callbacks[name]({ observe });
      return observe.mock.calls;
    };
    expect(await read('catalog_entities_count')).toEqual(
      expect.arrayContaining([
        [2, { kind: 'api' }],
        [1, { kind: 'group' }],
      ]),
    );
    expect(await read('catalog_registered_locations_count')).toEqual([
      [7, undefined],
    ]);
    expect(await read('catalog_relations_count')).toEqual([[3, undefined]]);

    index.apply({ upserts: [], removals: ['g'] });
    expect(await read('catalog_entities_count')).toEqual(
      expect.arrayContaining([[0, { kind: 'group' }]]),
    );
    expect(
      await register.getSingleMetricAsString('catalog_entities_count'),
    ).toContain('catalog_entities_count{kind="api"} 2');
  });

  afterAll(() => {
    register.clear();
  });
});
