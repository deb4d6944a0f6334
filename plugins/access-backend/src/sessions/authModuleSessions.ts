import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { sessionsServiceRef, writeAhead } from '@callboard/plugin-access-node';
import { endOfflineSessions } from './endOfflineSessions';
import { sessionCookieOptions } from './sessionCookieOptions';
import { trackSessions } from './trackSessions';

/** Makes signing out end what the browser was given. A module comes before its plugin, so this sees requests before stock's routes do. */
export const authModuleSessions = createBackendModule({
  pluginId: 'auth',
  moduleId: 'sessions',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        sessions: sessionsServiceRef,
      },
      async init({ config, discovery, httpRouter, logger, ...services }) {
        const { sessions } = services;
        const knex = await services.database.getClient();
        // Each sign-in writes to it.
        await writeAhead({ knex });
        const authUrl = await discovery.getExternalBaseUrl('auth');
        httpRouter.use(
          trackSessions({
            sessions,
            logger,
            cookie: sessionCookieOptions({ config, authUrl }),
          }),
        );
        if (
          config.getOptionalBoolean('auth.experimentalRefreshToken.enabled')
        ) {
          const { stop } = endOfflineSessions({
            revocations: sessions.revocations,
            knex,
            logger,
          });
          services.lifecycle.addShutdownHook(stop);
        }
      },
    });
  },
});
