import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { signInFailuresServiceRef } from '@callboard/plugin-access-node';
import { AttemptLimit } from './AttemptLimit';
import { createLdapRoutes } from './createLdapRoutes';
import { LdapDirectory } from './LdapDirectory';
import { LdapSessionCookie } from './LdapSessionCookie';
import { personOf } from './personOf';
import { readLdapConfig } from './readLdapConfig';
import { readSignInResolver } from './readSignInResolver';

/** Registers the sign-in with a directory's user name and password under the id `ldap`. */
export const ldapProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'ldap-provider',
  register(registry) {
    registry.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        auth: coreServices.auth,
        failures: signInFailuresServiceRef,
      },
      async init({ providers, auth, failures }) {
        providers.registerProvider({
          providerId: 'ldap',
          factory: ({ config, baseUrl, resolverContext, logger }) => {
            const { environment, directory, sessionDurationMs } =
              readLdapConfig(config);
            if (directory.url.startsWith('ldap:') && !directory.startTls) {
              logger.warn(
                'auth.providers.ldap: passwords cross the network to the directory in the clear. Use ldaps:// or starttls.',
              );
            }
            return createLdapRoutes({
              logger,
              directory: new LdapDirectory({
                directory,
                logger,
                onRefusal: ({ user, kind, detail }) => {
                  failures.record({
                    provider: 'ldap',
                    ...{ kind, detail, person: personOf(user), attempts: [] },
                  });
                },
              }),
              failures,
              attempts: new AttemptLimit(),
              cookie: new LdapSessionCookie({
                auth,
                resolverContext,
                url: `${baseUrl}/ldap`,
                durationMs: sessionDurationMs,
              }),
              signInResolver: readSignInResolver(environment),
              resolverContext,
            });
          },
        });
      },
    });
  },
});
