import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { countActivity } from './activity';
import { ask } from './ask';
import { engines, type EngineName } from './engines';
import { quickPolling } from './quickPolling';
import { recordEvents } from './recordEvents';
import type { Side } from './Side';
import { allowAll, testPermissions, type Policy } from './testPermissions';
import { testProcessor } from './testProcessor';
import { TestProvider } from './testProvider';
import type { World } from './world';
import { worldUrlReader } from './worldUrlReader';

export type SideOptions = {
  engine: EngineName;
  world: World;
  /** `backend.database`, see `Databases`. */
  database: JsonObject;
  /** Names of entity providers to connect. */
  providers?: string[];
  /** Configuration below `catalog`. */
  catalog?: JsonObject;
  policy?: Policy;
  /** Further features, such as modules under test. */
  features?: BackendFeature[];
  /** Configuration besides `backend` and `catalog`. */
  config?: JsonObject;
};

/** Starts a backend with one catalog in it, and everything that the test controls from outside. */
export async function startSide(options: SideOptions): Promise<Side> {
  quickPolling();
  const { engine, world, database, policy = allowAll } = options;
  const providers = new Map(
    (options.providers ?? []).map(name => [name, new TestProvider(name)]),
  );
  const { activity, feature: metrics } = countActivity(engine);
  const events = recordEvents();
  const scheduler = mockServices.scheduler();
  let knex: Knex | undefined;
  const testModule = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'conformance',
    register(env) {
      env.registerInit({
        deps: {
          processing: catalogProcessingExtensionPoint,
          databaseService: coreServices.database,
        },
        async init({ processing, databaseService }) {
          processing.addProcessor(testProcessor(world));
          processing.addEntityProvider([...providers.values()]);
          knex = await databaseService.getClient();
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      engines[engine],
      testModule,
      metrics,
      events.feature,
      worldUrlReader(world),
      testPermissions(policy),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          backend: { database },
          catalog: {
            // Nothing is processed again by itself while a test runs.
            processingInterval: { hours: 24 },
            stitchingStrategy: { pollingInterval: { milliseconds: 20 } },
            rules: [
              {
                allow: [
                  'API',
                  'Component',
                  'Domain',
                  'Group',
                  'Location',
                  'Resource',
                  'System',
                  'Template',
                  'Thing',
                  'User',
                ],
              },
            ],
            ...options.catalog,
          },
        },
      }),
      ...(options.features ?? []),
    ],
  });
  const port = backend.server.port();
  const runTasks = async (pattern: RegExp) => {
    const tasks = await scheduler.getScheduledTasks();
    const wanted = tasks.filter(({ id }) => pattern.test(id));
    await Promise.all(wanted.map(({ id }) => scheduler.triggerTask(id)));
    return wanted.length;
  };
  return {
    engine,
    activity,
    knex: knex!,
    ask: question => ask(port, question),
    provider(name) {
      const provider = providers.get(name);
      if (!provider) {
        throw new Error(`This side was started without a provider ${name}`);
      }
      return provider;
    },
    runTasks,
    events: events.seen,
    async removeOrphans() {
      await runTasks(/^catalog_orphan_cleanup$/);
    },
    async stop() {
      await backend.stop();
      // The backend leaves its connections open, and PostgreSQL has only so many.
      await knex!.destroy();
    },
  };
}
