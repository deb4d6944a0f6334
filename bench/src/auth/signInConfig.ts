import type { JsonObject } from '@backstage/types';

/** Sign-in with GitHub, as the documentation of Backstage writes it down; the user is the one in the catalog with the login's name. */
export function signInConfig(options: { providerUrl: string }): JsonObject {
  return {
    auth: {
      environment: 'production',
      providers: {
        github: {
          production: {
            clientId: 'benchmark',
            clientSecret: 'benchmark',
            enterpriseInstanceUrl: options.providerUrl,
            signIn: {
              resolvers: [{ resolver: 'usernameMatchingUserEntityName' }],
            },
          },
        },
      },
    },
  };
}
