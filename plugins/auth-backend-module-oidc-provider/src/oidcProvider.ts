import { createBackendModule } from '@backstage/backend-plugin-api';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { discoverAgain } from './discoverAgain';
import { oidcSignInResolvers } from './oidcSignInResolvers';

/** Registers stock's OpenID Connect sign-in with more resolvers. It takes the place of the stock module. */
export const oidcProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'oidc-provider',
  register(registry) {
    registry.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'oidc',
          factory: createOAuthProviderFactory({
            authenticator: discoverAgain(oidcAuthenticator),
            signInResolverFactories: oidcSignInResolvers,
          }),
        });
      },
    });
  },
});
