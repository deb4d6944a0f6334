import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import incrementalIngestion, {
  incrementalIngestionProvidersExtensionPoint,
} from '@backstage/plugin-catalog-backend-module-incremental-ingestion';
import openapi from '@backstage/plugin-catalog-backend-module-openapi';
import logs from '@backstage/plugin-catalog-backend-module-logs';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import unprocessed from '@backstage/plugin-catalog-backend-module-unprocessed';
import searchCatalog from '@backstage/plugin-search-backend-module-catalog';
import type { RegisterCollatorParameters } from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { parse } from 'yaml';
import { deferred } from '../harness/deferred';
import { UNDER_TEST } from '../harness/engines';
import { settle } from '../harness/settle';
import type { Side } from '../harness/Side';
import { startSide, type SideOptions } from '../harness/startSide';
import { until } from '../harness/until';
import { createWorld } from '../harness/world';

jest.setTimeout(60_000);

let side: Side;
const world = createWorld();

async function start(options: Partial<SideOptions>) {
  side = await startSide({
    engine: UNDER_TEST,
    world,
    database: { client: 'better-sqlite3', connection: ':memory:' },
    providers: ['one'],
    ...options,
  });
}

async function get(path: string): Promise<any> {
  const { body } = await side.ask({ path });
  return body;
}

async function register(target: string) {
  await side.ask({
    method: 'POST',
    path: '/locations',
    body: { type: 'url', target },
  });
  await settle(side);
}

afterEach(() => side?.stop());

it('the module openapi resolves references in definitions', async () => {
  await start({ features: [openapi] });
  world.files.set(
    'https://files.test/api.yaml',
    `
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: pets }
spec: { type: openapi, lifecycle: production, owner: team, definition: { $openapi: ./openapi.yaml } }
`,
  );
  world.files.set(
    'https://files.test/openapi.yaml',
    `
openapi: 3.0.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components: { schemas: { Pet: { $ref: ./pet.yaml } } }
`,
  );
  world.files.set('https://files.test/pet.yaml', 'type: object');
  await register('https://files.test/api.yaml');
  const api = await get('/entities/by-name/api/default/pets');
  expect(parse(api.spec.definition).components.schemas).toEqual({
    Pet: { type: 'object' },
  });
});

it('the module logs warns of processing errors', async () => {
  const warnings: unknown[] = [];
  const logger: LoggerService = {
    ...mockServices.rootLogger(),
    child: () => logger,
    debug() {},
    info() {},
    error() {},
    warn(message, meta) {
      warnings.push({ message, meta });
    },
  };
  await start({
    features: [
      logs,
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
    ],
  });
  await side
    .provider('one')
    .full([deferred({ name: 'bad', throwIn: 'postProcess' })]);
  await settle(side);
  expect(warnings).toContainEqual({
    message: expect.stringContaining('threw an error while postprocessing'),
    meta: {
      entity: 'thing:default/bad',
      location: 'url:https://things.test/bad',
    },
  });
});

it('the module scaffolder-entity-model makes templates valid', async () => {
  await start({ features: [scaffolderEntityModel] });
  world.files.set(
    'https://files.test/template.yaml',
    `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: starter }
spec: { type: service, owner: team, steps: [{ id: a, action: debug:log }] }
---
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: without-steps }
spec: { type: service }
`,
  );
  await register('https://files.test/template.yaml');
  const template = await get('/entities/by-name/template/default/starter');
  expect(template.relations).toEqual([
    { type: 'ownedBy', targetRef: 'group:default/team' },
  ]);
  const bad = await side.ask({
    path: '/entities/by-name/template/default/without-steps',
  });
  expect(bad.status).toBe(404);
});

it('the module incremental-ingestion brings entities in bursts', async () => {
  const pages = [['first', 'second'], ['third']];
  await start({
    features: [
      incrementalIngestion,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'pages',
        register(env) {
          env.registerInit({
            deps: { providers: incrementalIngestionProvidersExtensionPoint },
            async init({ providers }) {
              providers.addProvider<number, undefined>({
                options: {
                  burstInterval: { milliseconds: 10 },
                  burstLength: { seconds: 10 },
                  restLength: { hours: 1 },
                },
                provider: {
                  getProviderName: () => 'pages',
                  around: burst => burst(undefined),
                  async next(_, page = 0) {
                    return {
                      done: page === pages.length - 1,
                      cursor: page + 1,
                      entities: pages[page].map(name => deferred({ name })),
                    };
                  },
                },
              });
            },
          });
        },
      }),
    ],
  });
  const count = async () => {
    await side.runTasks(/pages/);
    await settle(side);
    const { totalItems } = await get('/entities/by-query?limit=0');
    return totalItems;
  };
  await until(async () => (await count()) >= 3, {
    describe: () => 'three entities from two pages',
  });
  expect(await count()).toBe(3);
});

it('the collator of the search module yields what is in the catalog', async () => {
  const collators: RegisterCollatorParameters[] = [];
  await start({
    config: {
      search: {
        collators: {
          catalog: {
            schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
          },
        },
      },
    },
    features: [
      searchCatalog,
      createBackendModule({
        pluginId: 'search',
        moduleId: 'index-registry',
        register(env) {
          env.registerExtensionPoint(searchIndexRegistryExtensionPoint, {
            addCollator: collator => collators.push(collator),
            addDecorator() {},
          });
          env.registerInit({ deps: {}, async init() {} });
        },
      }),
    ],
  });
  await side
    .provider('one')
    .full([deferred({ name: 'found' }), deferred({ name: 'too' })]);
  await settle(side);
  const documents = [];
  for await (const document of await collators[0].factory.getCollator()) {
    documents.push(document);
  }
  expect(documents.map(({ title }) => title).sort()).toEqual(['found', 'too']);
  expect(documents.map(({ location }) => location).sort()).toEqual([
    '/catalog/default/thing/found',
    '/catalog/default/thing/too',
  ]);
});

describe('the module unprocessed', () => {
  it('lists what has not been processed, and removes it', async () => {
    await start({ features: [unprocessed] });
    await side.provider('one').full([
      deferred({
        name: 'bad',
        throwIn: 'postProcess',
        spec: { owner: 'team' },
      }),
      deferred({ name: 'good' }),
    ]);
    await settle(side);
    const pending = await get('/entities/unprocessed/pending');
    expect(pending).toMatchObject({
      type: 'pending',
      entities: [
        {
          unprocessed_entity: { metadata: { name: 'bad' } },
          errors: [{ message: expect.stringContaining('postprocessing') }],
          location_key: 'conformance',
        },
      ],
    });
    expect(await get('/entities/unprocessed/failed')).toEqual({
      type: 'failed',
      entities: [],
    });
    expect(
      (await get('/entities/unprocessed/pending?owner=nobody')).entities,
    ).toEqual([]);
    const { entity_id: id } = await side
      .knex('refresh_state')
      .where({ entity_ref: 'thing:default/bad' })
      .first();
    const removed = await side.ask({
      method: 'DELETE',
      path: `/entities/unprocessed/delete/${id}`,
    });
    expect(removed.status).toBe(204);
    expect((await get('/entities/unprocessed/pending')).entities).toEqual([]);
  });

  it('can remove an entity that readers see, behind the back of the catalog', async () => {
    await start({ features: [unprocessed] });
    await side.provider('one').full([deferred({ name: 'good' })]);
    await settle(side);
    const { metadata } = await get('/entities/by-name/thing/default/good');
    await side.ask({
      method: 'DELETE',
      path: `/entities/unprocessed/delete/${metadata.uid}`,
    });
    const statusNow = async () => {
      const { status } = await side.ask({
        path: '/entities/by-name/thing/default/good',
      });
      return status;
    };
    await side.runTasks(/catalog_engine_removals/);
    await until(async () => (await statusNow()) !== 200, {
      describe: () => 'the entity to be gone',
      timeoutMs: 10_000,
    });
    expect(await statusNow()).toBe(404);
  });
});
