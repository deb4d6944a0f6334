import type {
  Group,
  Organization,
  User,
} from '@microsoft/microsoft-graph-types';
import {
  grace,
  startOidcProvider,
  type OidcProvider,
} from './startOidcProvider';
import { json, type StandInAnswer, type StandInRequest } from './startStandIn';

export const MICROSOFT_HOSTS = [
  'login.microsoftonline.com',
  'graph.microsoft.com',
];

const users: User[] = [
  {
    id: grace.sub,
    displayName: grace.name,
    mail: grace.email,
    userPrincipalName: grace.email,
    accountEnabled: true,
  },
  {
    id: '5d2a7d0e-0000-4000-8000-000000000002',
    displayName: 'Alan Turing',
    mail: 'alan@example.org',
    userPrincipalName: 'alan@example.org',
    accountEnabled: true,
  },
];

const core: Group = {
  id: '9c2a7d0e-0000-4000-8000-000000000001',
  displayName: 'Core',
  description: 'Those who keep it running',
  mailNickname: 'core',
  securityEnabled: true,
};

/**
 * Entra ID and Microsoft Graph for one tenant. Signing in is a real OpenID provider at the addresses of Entra ID; of Graph there is what
 * reads the directory. To be reached under Microsoft's names, through `startVendorProxy`.
 */
export async function startMicrosoft(options: {
  tenantId: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** Addresses of those who have left, and are not listed any more. */
  left?: ReadonlySet<string>;
}): Promise<OidcProvider> {
  const { tenantId, left, ...client } = options;
  const path = `/${tenantId}`;
  const authority = `https://login.microsoftonline.com${path}`;
  const graph = 'https://graph.microsoft.com/v1.0';

  const microsoft: OidcProvider = await startOidcProvider({
    ...client,
    name: 'Microsoft',
    path,
    issuer: `${authority}/v2.0`,
    hosts: MICROSOFT_HOSTS,
    grantsOfflineAccess: true,
    scopes: ['User.Read', 'user.read', 'https://graph.microsoft.com/.default'],
    endpoints: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      jwks: '/discovery/v2.0/keys',
    },
    routes: provider => {
      const bearer = ({ headers }: StandInRequest) =>
        headers.authorization?.match(/^Bearer (.+)$/i)?.[1] ?? '';
      const refusal = json(
        { error: { code: 'InvalidAuthenticationToken', message: 'Refused.' } },
        { status: 401 },
      );
      /** The directory is read with application permissions. */
      const guarded =
        (answer: (request: StandInRequest) => StandInAnswer) =>
        async (request: StandInRequest) =>
          (await microsoft.knowsClientToken(bearer(request)))
            ? answer(request)
            : refusal;
      return {
        [`GET ${path}/v2.0/.well-known/openid-configuration`]: () =>
          json({
            issuer: `${authority}/v2.0`,
            authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
            token_endpoint: `${authority}/oauth2/v2.0/token`,
            jwks_uri: `${authority}/discovery/v2.0/keys`,
          }),
        'GET /v1.0/me': async request => {
          const token = await provider().AccessToken.find(bearer(request));
          const user = users.find(({ id }) => id === token?.accountId);
          return user ? json<User>(user) : refusal;
        },
        'GET /v1.0/me/photos/:size/$value': () => notFound(),
        'GET /v1.0/users': guarded(() =>
          collection<User>(
            graph,
            'users',
            users.filter(({ mail }) => !left?.has(mail!)),
          ),
        ),
        'GET /v1.0/users/:id/photos': guarded(() => notFound()),
        'GET /v1.0/groups': guarded(() =>
          collection<Group>(graph, 'groups', [core]),
        ),
        'GET /v1.0/groups/:id/members': guarded(() =>
          collection(graph, 'directoryObjects', [
            { '@odata.type': '#microsoft.graph.user', id: users[0].id },
          ]),
        ),
        'GET /v1.0/groups/:id/photos': guarded(() => notFound()),
        [`GET /v1.0/organization/${tenantId}`]: guarded(() =>
          json<Organization>({ id: tenantId, displayName: 'Acme' }),
        ),
      };
    },
  });
  return microsoft;
}

function collection<T>(graph: string, name: string, value: T[]) {
  return json({ '@odata.context': `${graph}/$metadata#${name}`, value });
}

function notFound() {
  return json(
    { error: { code: 'ImageNotFound', message: 'The photo was not found.' } },
    { status: 404 },
  );
}
