import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  sessionsServiceRef,
  signInFailuresServiceRef,
} from '@callboard/plugin-access-node';
import { createProviderFactory } from './providers/createProviderFactory';
import { github } from './providers/github';
import { gitlab } from './providers/gitlab';
import { google } from './providers/google';
import { microsoft } from './providers/microsoft';
import { oidc } from './providers/oidc';
import { okta } from './providers/okta';

/**
 * Registers github, ghe, gitlab, google, microsoft, oidc and okta, each where `auth.providers` has its key. It stands in for stock's modules
 * of these names: the same configuration and callbacks, with sign-ins that say why they failed.
 */
export const authProvidersModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'providers',
  register(registry) {
    registry.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        failures: signInFailuresServiceRef,
        instance: coreServices.rootInstanceMetadata,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
        sessions: sessionsServiceRef,
      },
      async init({ auth, catalog, config, failures, logger, ...services }) {
        const { instance, providers } = services;
        const plugins = await instance.getInstalledPlugins();
        const keepsSessions = plugins.some(
          ({ pluginId }) => pluginId === 'access',
        );
        const ofGithub = { auth, catalog, failures, rootConfig: config };
        const known = [
          github({ id: 'github', ...ofGithub }),
          github({ id: 'ghe', ...ofGithub }),
          gitlab,
          google,
          microsoft,
          oidc({
            title:
              config.getOptionalString('callboard.signIn.title') ??
              'single sign-on',
          }),
          okta,
        ];
        for (const provider of known) {
          if (!config.has(`auth.providers.${provider.id}`)) continue;
          providers.registerProvider({
            providerId: provider.id,
            factory: createProviderFactory<any>({
              ...{ provider, failures, logger },
              sessions: keepsSessions ? services.sessions : undefined,
            }),
          });
        }
      },
    });
  },
});
