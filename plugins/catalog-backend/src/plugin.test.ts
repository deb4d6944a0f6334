import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  CatalogModelSources,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import {
  type CatalogProcessor,
  catalogAnalysisExtensionPoint,
  catalogLocationsExtensionPoint,
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  catalogModelExtensionPoint,
  catalogScmEventsServiceRef,
} from '@backstage/plugin-catalog-node/alpha';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { catalogPlugin } from './plugin';

jest.setTimeout(30_000);

class TestProvider implements EntityProvider {
  connection: EntityProviderConnection | undefined;

  constructor(readonly name: string) {}

  getProviderName() {
    return this.name;
  }

  async connect(connection: EntityProviderConnection) {
    this.connection = connection;
  }

  async provide(...entities: Entity[]) {
    await this.connection!.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity })),
    });
  }
}

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/a.yaml',
      'backstage.io/managed-by-origin-location': 'url:https://example.com',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});

describe('catalogPlugin', () => {
  type Extend = (points: {
    processing: typeof catalogProcessingExtensionPoint.T;
    analysis: typeof catalogAnalysisExtensionPoint.T;
    model: typeof catalogModelExtensionPoint.T;
    locations: typeof catalogLocationsExtensionPoint.T;
    scmEvents: typeof catalogScmEventsServiceRef.T;
  }) => void;

  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await stop?.();
    stop = undefined;
  });

  async function start(options: { extend?: Extend; catalog?: JsonObject }) {
    const { extend, catalog = {} } = options;
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        mockServices.rootConfig.factory({ data: { catalog } }),
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'test',
          register: env =>
            env.registerInit({
              deps: {
                processing: catalogProcessingExtensionPoint,
                analysis: catalogAnalysisExtensionPoint,
                model: catalogModelExtensionPoint,
                locations: catalogLocationsExtensionPoint,
                scmEvents: catalogScmEventsServiceRef,
              },
              init: async points => extend?.(points),
            }),
        }),
      ],
    });
    stop = () => backend.stop();
    return backend.server;
  }

  /** Asks until the answer is as wished. */
  async function until<T>(
    ask: () => Promise<T>,
    isWished: (answer: T) => boolean,
  ): Promise<T> {
    for (;;) {
      const answer = await ask();
      if (isWished(answer)) return answer;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  it('takes in what providers bring, through all processors, and serves it', async () => {
    const provider = new TestProvider('test');
    const processor: CatalogProcessor = {
      getProcessorName: () => 'test',
      preProcessEntity: async entity => ({
        ...entity,
        metadata: { ...entity.metadata, title: 'Set by a processor' },
      }),
    };
    const onProcessingError = jest.fn();
    const server = await start({
      extend: ({ processing, model }) => {
        processing.addEntityProvider(provider);
        processing.addProcessor([processor]);
        processing.setOnProcessingErrorHandler(onProcessingError);
        model.setFieldValidators({
          isValidEntityName: value => /^[a-z ]+$/.test(String(value)),
        });
      },
    });
    await provider.provide(component('with space'), component('BAD'));

    const { body } = await until(
      () => request(server).get('/api/catalog/entities'),
      ({ body: entities }) => entities.length === 1,
    );
    expect(body[0]).toMatchObject({
      metadata: {
        name: 'with space',
        namespace: 'default',
        title: 'Set by a processor',
        annotations: { 'backstage.io/view-url': 'https://example.com/a.yaml' },
      },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
    });
    await until(
      async () => onProcessingError.mock.calls,
      calls => calls.length > 0,
    );
    expect(onProcessingError.mock.calls[0][0]).toMatchObject({
      unprocessedEntity: { metadata: { name: 'BAD' } },
      errors: [{ name: 'InputError' }],
    });
  });

  it('registers locations of the types that modules allow', async () => {
    const server = await start({
      extend: ({ locations, processing }) => {
        locations.setAllowedLocationTypes(['special']);
        processing.addProcessor({
          getProcessorName: () => 'special',
          readLocation: async (location, _optional, emit) => {
            if (location.type !== 'special') return false;
            emit({ type: 'entity', entity: component('read'), location });
            return true;
          },
        });
      },
    });
    const post = (type: string, query = '') =>
      request(server)
        .post(`/api/catalog/locations${query}`)
        .send({ type, target: 'somewhere' });
    expect((await post('url')).status).toBe(400);
    const dryRun = await post('special', '?dryRun=true');
    expect(dryRun.body.entities).toHaveLength(2);
    expect((await post('special')).status).toBe(201);
    expect((await post('special')).status).toBe(409);

    await until(
      () =>
        request(server).get(
          '/api/catalog/entities/by-name/component/default/read',
        ),
      ({ status }) => status === 200,
    );
    const { body: location } = await request(server).get(
      '/api/catalog/locations/by-entity/component/default/read',
    );
    expect(location).toMatchObject({ type: 'special', target: 'somewhere' });
    await request(server)
      .delete(`/api/catalog/locations/${location.id}`)
      .expect(204);
    await until(
      () => request(server).get('/api/catalog/entities'),
      ({ body }) => body.length === 0,
    );
  });

  it('offers actions to agents, with the model that modules have put together', async () => {
    const server = await start({
      extend: ({ model }) => {
        model.addModelSource(
          CatalogModelSources.static([
            createCatalogModelLayer({
              layerId: 'example.com/robots',
              builder: layer =>
                layer.addKind({
                  group: 'example.com',
                  names: { kind: 'Robot', singular: 'robot', plural: 'robots' },
                  description: 'Has wheels.',
                  versions: [
                    {
                      name: 'v1',
                      schema: {
                        jsonSchema: {
                          type: 'object',
                          properties: { spec: { type: 'object' } },
                        },
                      },
                    },
                  ],
                }),
            }),
          ]),
        );
      },
    });
    const actions = '/api/catalog/.backstage/actions/v1/actions';
    const { body } = await request(server).get(actions);
    expect(body.actions).toHaveLength(7);
    const { id } = body.actions.find((action: any) =>
      action.id.includes('model-description'),
    );
    const invocation = await request(server)
      .post(`${actions}/${encodeURIComponent(id)}/invoke`)
      .send({});
    expect(JSON.stringify(invocation.body)).toContain('Has wheels.');
  });

  it('asks the analyzer of a module', async () => {
    const supports = jest.fn().mockReturnValue(true);
    const server = await start({
      extend: ({ analysis }) => {
        analysis.addScmLocationAnalyzer({
          supports,
          analyze: async () => ({ existing: [] }),
        });
        analysis.setLocationAnalyzer(async ({ scmLocationAnalyzers }) => ({
          locationAnalyzer: {
            analyzeLocation: async ({ location }) => {
              scmLocationAnalyzers[0].supports(location.target);
              return { existingEntityFiles: [], generateEntities: [] };
            },
          },
        }));
      },
    });
    const { body } = await request(server)
      .post('/api/catalog/analyze-location')
      .send({ location: { type: 'url', target: 'https://example.com/o/r' } });
    expect(body).toEqual({ existingEntityFiles: [], generateEntities: [] });
    expect(supports).toHaveBeenCalledWith('https://example.com/o/r');
  });

  it('does not process where processing is switched off', async () => {
    const provider = new TestProvider('test');
    const preProcessEntity = jest.fn();
    const server = await start({
      catalog: { processingInterval: false },
      extend: ({ processing }) => {
        processing.addEntityProvider(provider);
        processing.addProcessor({
          getProcessorName: () => 'test',
          preProcessEntity,
        });
      },
    });
    await provider.provide(component('a'));
    const { body } = await request(server).get('/api/catalog/entities');
    expect(body).toEqual([]);
    expect(preProcessEntity).not.toHaveBeenCalled();
  });

  it('leaves out providers that are disabled', async () => {
    const on = new TestProvider('on');
    const off = new TestProvider('off');
    await start({
      catalog: { providerOptions: { off: { disabled: true } } },
      extend: ({ processing }) => processing.addEntityProvider(on, [off]),
    });
    expect(on.connection).toBeDefined();
    expect(off.connection).toBeUndefined();
  });

  it.each<[string, Extend, string]>([
    [
      'a placeholder',
      ({ processing }) => {
        processing.addPlaceholderResolver('x', async () => 1);
        processing.addPlaceholderResolver('x', async () => 2);
      },
      "A placeholder resolver for 'x' has already been set up",
    ],
    [
      'an analyzer',
      ({ analysis }) => {
        analysis.setLocationAnalyzer({} as any);
        analysis.setLocationAnalyzer({} as any);
      },
      'LocationAnalyzer has already been set',
    ],
    [
      'a parser',
      ({ model }) => {
        model.setEntityDataParser((() => {}) as any);
        model.setEntityDataParser((() => {}) as any);
      },
      'Attempted to install second EntityDataParser',
    ],
  ])('refuses %s twice', async (_, extend, message) => {
    await expect(start({ extend })).rejects.toThrow(message);
  });
});
