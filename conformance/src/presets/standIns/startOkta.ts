import { startOidcProvider, type OidcProvider } from './startOidcProvider';

/** Okta with one custom authorization server: a real OpenID provider at the addresses of Okta. */
export async function startOkta(options: {
  authServerId: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}): Promise<OidcProvider> {
  const { authServerId, ...client } = options;
  return startOidcProvider({
    ...client,
    name: 'Okta',
    path: `/oauth2/${authServerId}`,
    endpoints: {
      authorization: '/v1/authorize',
      token: '/v1/token',
      userinfo: '/v1/userinfo',
      jwks: '/v1/keys',
      revocation: '/v1/revoke',
      end_session: '/v1/logout',
    },
    grantsOfflineAccess: true,
    // The client of the stock module writes "Basic: ", which Okta takes.
    mend({ headers }) {
      headers.authorization = headers.authorization?.replace(
        /^Basic: /,
        'Basic ',
      );
    },
  });
}
