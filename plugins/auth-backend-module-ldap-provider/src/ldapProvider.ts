import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  commonSignInResolvers,
  readDeclarativeSignInResolver,
  type SignInResolverFactory,
} from '@backstage/plugin-auth-node';
import { createLdapRoutes } from './createLdapRoutes';
import { LdapDirectory, type LdapUser } from './LdapDirectory';
import { ldapSignInResolvers } from './ldapSignInResolvers';
import { readLdapConfig } from './readLdapConfig';

/** Registers the sign-in with a directory's user name and password under the id `ldap`. */
export const ldapProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'ldap-provider',
  register(registry) {
    registry.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        auth: coreServices.auth,
      },
      async init({ providers, auth }) {
        providers.registerProvider({
          providerId: 'ldap',
          factory: ({ config, baseUrl, resolverContext, logger }) => {
            const environment = readLdapConfig(config);
            const signInResolver =
              readDeclarativeSignInResolver({
                config: environment.config,
                signInResolverFactories: {
                  ...ldapSignInResolvers,
                  ...commonSignInResolvers,
                } as Record<string, SignInResolverFactory<LdapUser, unknown>>,
              }) ?? ldapSignInResolvers.usernameMatchingUserEntityName();
            return createLdapRoutes({
              auth,
              logger,
              directory: new LdapDirectory(environment.directory),
              signInResolver,
              resolverContext,
              isSecure: baseUrl.startsWith('https:'),
            });
          },
        });
      },
    });
  },
});
