import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  githubAuthenticator,
  githubSignInResolvers,
} from '@backstage/plugin-auth-backend-module-github-provider';
import {
  authProvidersExtensionPoint,
  commonSignInResolvers,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/**
 * Registers stock's GitHub sign-in a second time under the id `ghe`, so that a portal can have github.com and a GitHub Enterprise
 * Server side by side. Its callback is `/api/auth/ghe/handler/frame`.
 */
export const gheProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'ghe-provider',
  register(registry) {
    registry.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        const factory = createOAuthProviderFactory({
          authenticator: githubAuthenticator,
          signInResolverFactories: {
            ...githubSignInResolvers,
            ...commonSignInResolvers,
          },
        });
        providers.registerProvider({
          providerId: 'ghe',
          factory(options) {
            // Without it people of github.com would be let in, where anybody can take any name that is free.
            for (const environment of options.config.keys()) {
              options.config.getString(`${environment}.enterpriseInstanceUrl`);
            }
            return factory(options);
          },
        });
      },
    });
  },
});
