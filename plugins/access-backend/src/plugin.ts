import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { accessPermissions } from '@callboard/plugin-access-common';
import Router from 'express-promise-router';
import type { AccessContext } from './AccessContext';
import { openDatabase } from './database/openDatabase';

/** Serves `/api/access`: who gets in and with what, and why something is allowed or not. */
export const accessPlugin = createBackendPlugin({
  pluginId: 'access',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({ database, httpRouter, permissionsRegistry, ...services }) {
        permissionsRegistry.addPermissions(accessPermissions);
        const router = Router();
        const context: AccessContext = {
          ...services,
          knex: await openDatabase({ database }),
          router,
          now: () => new Date(),
        };
        // One line per feature.
        void context;
        httpRouter.use(router);
      },
    });
  },
});
