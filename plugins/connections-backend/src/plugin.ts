import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signInFailuresServiceRef } from '@callboard/plugin-access-node';
import { connectionsPermissions } from '@callboard/plugin-connections-common';
import {
  createPersonVerifier,
  observeGithub,
  rootGithubServiceRef,
} from '@callboard/plugin-github-node';
import { createCreationRouter } from './apps/createCreationRouter';
import { openCreationStates } from './apps/states/openCreationStates';
import { createCatalogProbe } from './catalog/createCatalogProbe';
import { createStoredErrors } from './catalog/createStoredErrors';
import { openDatabase } from './database/openDatabase';
import { openForReading } from './database/openForReading';
import { createInspector } from './inspection/createInspector';
import type { InspectionContext } from './inspection/InspectionContext';
import type { InspectOptions } from './inspection/Inspector';
import { messageOf } from './inspection/messageOf';
import { launcherFindingsServiceRef } from './launcher/launcherFindingsServiceRef';
import { observeConnections } from './metrics/observeConnections';
import { createMirrorProbe } from './mirror/createMirrorProbe';
import { createPeopleProbe } from './people/createPeopleProbe';
import { createRotationRouter } from './rotation/createRotationRouter';
import { createRouter } from './router';
import { readSchedule } from './schedule/readSchedule';
import { createSeenCredentials } from './seen/createSeenCredentials';
import { observedSignInsServiceRef } from './seen/observedSignInsServiceRef';

/** Serves `/api/connections`: what the portal is connected to, as whom, and whether that is well. */
export const connectionsPlugin = createBackendPlugin({
  pluginId: 'connections',
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
        github: rootGithubServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        launcher: launcherFindingsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signInFailures: signInFailuresServiceRef,
        signIns: observedSignInsServiceRef,
      },
      async init(services) {
        const { auth, config, database, github, launcher, lifecycle } =
          services;
        const { httpRouter, logger, metrics, scheduler } = services;
        const now = () => new Date();
        const knex = await openDatabase({ database });
        const { schedule, everySeconds } = readSchedule({ config });

        services.permissionsRegistry.addPermissions(connectionsPermissions);
        github.verifyPersonsWith(createPersonVerifier({ auth }));

        // Found at each call, so that what watches fetch is part of it.
        const ask: typeof fetch = (...request) => fetch(...request);
        const stored = createStoredErrors({
          open: () => openForReading({ config, pluginId: 'catalog' }),
        });
        const context: InspectionContext = {
          config,
          github,
          logger,
          now,
          fetch: ask,
          seen: createSeenCredentials({ knex, now }),
          signIns: services.signIns,
          signInFailures: services.signInFailures,
          catalog: await createCatalogProbe({ ...services, stored, now }),
          mirror: createMirrorProbe({ ...services, fetch: ask }),
          people: createPeopleProbe({ ...services, fetch: ask }),
          get launcher() {
            return launcher.current();
          },
        };
        const inspector = createInspector({ context, everySeconds });

        httpRouter.use(
          createRouter({
            ...services,
            inspector,
            context,
            more: [
              createCreationRouter({
                ...services,
                now,
                states: openCreationStates({ knex, now }),
              }),
              createRotationRouter({ ...services, now }),
            ],
          }),
        );

        const unobserve = [
          observeConnections({ metrics, inspector, now }),
          observeGithub({
            metrics,
            trace: github.trace,
            budget: github.budget,
          }),
        ];

        const inspect = (asked?: InspectOptions) =>
          inspector
            .inspect(asked)
            .catch(error =>
              logger.warn(
                `The connections could not be inspected: ${messageOf(error)}`,
              ),
            );
        await scheduler.scheduleTask({
          id: 'connections-checks',
          ...schedule,
          fn: async () => {
            await inspect();
          },
        });
        const stopListening = github.credentials.onChange(() => {
          // A run that is under way may have begun before the change.
          inspect({ asked: true });
        });
        lifecycle.addShutdownHook(() => {
          stopListening();
          unobserve.forEach(stop => stop());
          return stored.close();
        });
      },
    });
  },
});
