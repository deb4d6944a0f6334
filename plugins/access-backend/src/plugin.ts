import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { accessPermissions } from '@callboard/plugin-access-common';
import {
  apiKeysServiceRef,
  policyExplainersServiceRef,
  roleMembersServiceRef,
  sessionsServiceRef,
  signInFailuresServiceRef,
  providerObservationsServiceRef,
} from '@callboard/plugin-access-node';
import Router from 'express-promise-router';
import type { AccessContext } from './AccessContext';
import { addAdministrators } from './administrators/addAdministrators';
import { openDatabase } from './database/openDatabase';
import { addOrganisations } from './organisations/addOrganisations';
import { addKeys } from './keys/addKeys';
import { addSessions } from './sessions/addSessions';
import { addSignIns } from './signIns/addSignIns';
import { addPermissions } from './permissions/addPermissions';

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
        explainers: policyExplainersServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        instance: coreServices.rootInstanceMetadata,
        keys: apiKeysServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        observations: providerObservationsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        roleMembers: roleMembersServiceRef,
        scheduler: coreServices.scheduler,
        sessions: sessionsServiceRef,
        signInFailures: signInFailuresServiceRef,
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
        await addSignIns(context);
        await addKeys(context);
        await addSessions(context);
        const { refreshRoles } = await addPermissions(context);
        await addAdministrators({ ...context, refreshRoles });
        await addOrganisations(context);
        httpRouter.use(router);
      },
    });
  },
});
