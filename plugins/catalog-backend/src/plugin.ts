import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { providerObservationsServiceRef } from '@callboard/plugin-access-node';
import { registerActions } from './actions/registerActions';
import { countScmEvents } from './composition/countScmEvents';
import { mountRoutes } from './composition/mountRoutes';
import { registerExtensionPoints } from './composition/registerExtensionPoints';
import { createCatalog } from './createCatalog';

/** The catalog. Takes the place of the stock plugin of the same id. */
export const catalogPlugin = createBackendPlugin({
  pluginId: 'catalog',
  register(env) {
    const extensions = registerExtensionPoints(env);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        observations: providerObservationsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
        scmEvents: catalogScmEventsServiceRef,
      },
      async init(services) {
        const { actionsRegistry, config, lifecycle, metrics, scmEvents } =
          services;
        const catalog = await createCatalog({ services, extensions });
        const { engine } = catalog;
        mountRoutes({ catalog, services });
        registerActions({
          actionsRegistry,
          catalog: services.catalog,
          model: catalog.modelHolder?.model,
          leaveModelToItsAction:
            config.getOptionalBoolean(
              'catalog.actions.experimentalCatalogLayersDescriptions.enabled',
            ) ?? false,
        });
        if (config.getOptional('catalog.processingInterval') ?? true) {
          lifecycle.addStartupHook(() => engine.start());
        }
        lifecycle.addShutdownHook(() => engine.stop());
        countScmEvents({ scmEvents, metrics });
      },
    });
  },
});
