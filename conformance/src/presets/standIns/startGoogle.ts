import {
  grace,
  startOidcProvider,
  type OidcProvider,
} from './startOidcProvider';
import { json } from './startStandIn';

export const GOOGLE_HOSTS = [
  'accounts.google.com',
  'oauth2.googleapis.com',
  'www.googleapis.com',
];

const EMAIL = 'https://www.googleapis.com/auth/userinfo.email';
const PROFILE = 'https://www.googleapis.com/auth/userinfo.profile';

/**
 * Google's sign-in, for an account of Google Workspace: a real OpenID provider at the addresses that Google's discovery document and its
 * older client libraries name. To be reached under Google's names, through `startVendorProxy`.
 */
export async function startGoogle(options: {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}): Promise<OidcProvider> {
  return startOidcProvider({
    ...options,
    name: 'Google',
    issuer: 'https://accounts.google.com',
    hosts: GOOGLE_HOSTS,
    account: { ...grace, hd: 'example.org' },
    endpoints: {
      authorization: '/o/oauth2/v2/auth',
      token: '/oauth2/v4/token',
      userinfo: '/oauth2/v3/userinfo',
      jwks: '/oauth2/v3/certs',
    },
    scopes: [EMAIL, PROFILE],
    // Google says of an account of an organisation which one it is.
    claims: {
      [EMAIL]: ['email', 'email_verified', 'hd'],
      [PROFILE]: ['name'],
    },
    takesTokenInQuery: true,
    routes: provider => ({
      // Other than in the specification, whoever has the token may revoke it.
      'POST /revoke': async ({ url }) => {
        const token = await provider().RefreshToken.find(
          url.searchParams.get('token') ?? '',
        );
        await token?.destroy();
        return token
          ? json({})
          : json({ error: 'invalid_token' }, { status: 400 });
      },
    }),
  });
}
