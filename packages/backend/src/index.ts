import { createBackend } from '@backstage/backend-defaults';
import {
  authModuleSessions,
  closeEndedStreams,
  createUserInfoServiceFactory,
  guardClients,
  neverCacheKeys,
} from '@callboard/plugin-access-backend';
import {
  accessAuthServiceFactory,
  guardedPermissionsServiceFactory,
  keyHttpAuthServiceFactory,
  keyTokenHandlerFactory,
  roleMembersServiceFactory,
} from '@callboard/plugin-access-node';
import { observeSignIns } from '@callboard/plugin-connections-backend';
import {
  githubUrlReaderFactory,
  rootGithubServiceFactory,
} from '@callboard/plugin-github-node';
import {
  maskedAuditorServiceFactory,
  maskedLoggerServiceFactory,
  runsCatalogServiceFactory,
} from '@callboard/plugin-scaffolder-backend-module-runs';
import { frontend } from './features/frontend';
import { launcherFindings } from './services/launcherFindings';
import { portalConfig } from './services/portalConfig';
import { portalEvents } from './services/portalEvents';
import { portalHttpRouter } from './services/portalHttpRouter';
import { portalLogger } from './services/portalLogger';
import { portalScheduler } from './services/portalScheduler';
import { guardProxy } from './services/proxyGuard/guardProxy';
import { radarFileReader } from './services/radarFileReader';
import { retryAfter } from './services/retryAfter';
import { guardedUrlReader } from './services/urlReaderGuard/guardedUrlReader';
import type { PortalOptions } from './services/PortalOptions';

export type { PortalOptions } from './services/PortalOptions';

/**
 * The portal's backend, ready to be started: one line per feature.
 * A feature that depends on the configuration decides so in its loader in `features/`.
 */
export function createPortalBackend(options: PortalOptions) {
  const backend = createBackend();
  const signIns = observeSignIns();
  const endedStreams = closeEndedStreams();

  backend.add(portalConfig(options));
  backend.add(launcherFindings(options));
  backend.add(portalLogger(options));
  backend.add(
    portalHttpRouter({
      ...options,
      before: [
        neverCacheKeys(),
        endedStreams.middleware,
        retryAfter(),
        guardProxy({ config: options.config }),
        signIns.middleware,
        guardClients(),
      ],
    }),
  );
  backend.add(signIns.service);
  backend.add(endedStreams.service);
  backend.add(maskedLoggerServiceFactory);
  backend.add(maskedAuditorServiceFactory);
  backend.add(runsCatalogServiceFactory());
  backend.add(portalScheduler);
  backend.add(accessAuthServiceFactory);
  backend.add(createUserInfoServiceFactory());
  backend.add(keyTokenHandlerFactory);
  backend.add(keyHttpAuthServiceFactory);
  backend.add(roleMembersServiceFactory);
  backend.add(guardedPermissionsServiceFactory);
  backend.add(portalEvents);
  backend.add(rootGithubServiceFactory);
  backend.add(githubUrlReaderFactory);
  backend.add(guardedUrlReader());
  backend.add(radarFileReader);

  backend.add(frontend(options));
  backend.add(import('@backstage/plugin-proxy-backend'));
  backend.add(import('@backstage/plugin-user-settings-backend'));
  backend.add(import('@backstage/plugin-devtools-backend'));

  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(authModuleSessions);
  backend.add(import('./features/signInProviders'));

  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(import('./features/permissionPolicy'));

  backend.add(import('@callboard/plugin-catalog-backend'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
  backend.add(import('./features/catalogSources'));
  backend.add(import('./features/github'));
  backend.add(import('@callboard/plugin-access-backend'));
  backend.add(import('@callboard/plugin-avatars-backend'));
  backend.add(import('@callboard/plugin-connections-backend'));
  backend.add(import('@callboard/plugin-home-backend'));

  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(import('@callboard/plugin-scaffolder-backend-module-runs'));
  backend.add(import('./features/scaffolderActions'));
  backend.add(
    import('@backstage/plugin-scaffolder-backend-module-notifications'),
  );

  backend.add(import('@backstage/plugin-techdocs-backend'));
  backend.add(import('@callboard/plugin-techdocs-backend-module-markdown'));

  backend.add(import('@backstage/plugin-search-backend'));
  backend.add(import('./features/searchEngine'));
  backend.add(import('@backstage/plugin-search-backend-module-catalog'));
  backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-notifications-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));

  backend.add(import('@backstage/plugin-mcp-actions-backend'));

  backend.add(import('./features/presetPlugins'));

  return backend;
}
