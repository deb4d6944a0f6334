import {
  coreServices,
  createBackendPlugin,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ArrivalStore } from './arrivals/ArrivalStore';
import { scanCatalog } from './arrivals/scanCatalog';
import { createRouter } from './router';

/** Serves `GET /api/home/new`: the entities that the catalog did not have before. */
export const homeBackendPlugin = createBackendPlugin({
  pluginId: 'home',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, config, database, httpAuth, logger } = deps;
        const store = await ArrivalStore.create({ database });
        const schedule = config.getOptionalConfig('home.newEntities.schedule');

        await deps.scheduler.scheduleTask({
          id: 'home-new-entities',
          ...(schedule
            ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
            : {
                frequency: { minutes: 1 },
                timeout: { minutes: 10 },
                initialDelay: { seconds: 15 },
              }),
          scope: 'global',
          fn: async () => {
            const outcome = await scanCatalog({
              store,
              catalog,
              credentials: await auth.getOwnServiceCredentials(),
              now: new Date(),
            });
            logger.debug(`Looked for new entities: ${outcome}`);
          },
        });
        deps.httpRouter.use(createRouter({ store, catalog, httpAuth }));
      },
    });
  },
});
