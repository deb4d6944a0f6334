import type GroupRepresentation from '@keycloak/keycloak-admin-client/lib/defs/groupRepresentation';
import type { ServerInfoRepresentation } from '@keycloak/keycloak-admin-client/lib/defs/serverInfoRepesentation';
import type UserRepresentation from '@keycloak/keycloak-admin-client/lib/defs/userRepresentation';
import {
  grace,
  startOidcProvider,
  type OidcProvider,
} from './startOidcProvider';
import { json, type StandInAnswer, type StandInRequest } from './startStandIn';

const users: UserRepresentation[] = [
  {
    id: grace.sub,
    username: 'grace',
    firstName: 'Grace',
    lastName: 'Hopper',
    email: grace.email,
    emailVerified: true,
    enabled: true,
    createdTimestamp: Date.parse('2026-01-01T00:00:00Z'),
    totp: false,
  },
  {
    id: '5d2a7d0e-0000-4000-8000-000000000002',
    username: 'alan',
    firstName: 'Alan',
    lastName: 'Turing',
    email: 'alan@example.org',
    emailVerified: true,
    enabled: true,
    createdTimestamp: Date.parse('2026-01-01T00:00:00Z'),
    totp: false,
  },
];

const core: GroupRepresentation = {
  id: '9c2a7d0e-0000-4000-8000-000000000002',
  name: 'core',
  path: '/engineering/core',
  parentId: '9c2a7d0e-0000-4000-8000-000000000001',
  subGroupCount: 0,
};
const engineering: GroupRepresentation = {
  id: core.parentId,
  name: 'engineering',
  path: '/engineering',
  subGroupCount: 1,
};
const members: Record<string, UserRepresentation[]> = {
  [engineering.id!]: users.slice(1),
  [core.id!]: users.slice(0, 1),
};

/** Keycloak 26 with one realm: a real OpenID provider, and the part of the admin API that reads users and groups. */
export async function startKeycloak(options: {
  realm: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  /** Usernames of those who have left, and are not listed any more. */
  left?: ReadonlySet<string>;
}): Promise<OidcProvider> {
  const { realm, left, ...client } = options;
  const staying = (some: UserRepresentation[]) =>
    some.filter(({ username }) => !left?.has(username!));
  const path = `/realms/${realm}`;
  const admin = `/admin/realms/${realm}`;
  const oidc = '/protocol/openid-connect';

  const keycloak: OidcProvider = await startOidcProvider({
    ...client,
    name: 'Keycloak',
    path,
    endpoints: {
      authorization: `${oidc}/auth`,
      token: `${oidc}/token`,
      userinfo: `${oidc}/userinfo`,
      jwks: `${oidc}/certs`,
      revocation: `${oidc}/revoke`,
      end_session: `${oidc}/logout`,
    },
    routes: () => {
      /** The admin API takes only tokens that were given to the client itself. */
      const guarded =
        (answer: (request: StandInRequest) => StandInAnswer) =>
        async (request: StandInRequest) => {
          const [, token = ''] =
            request.headers.authorization?.match(/^Bearer (.+)$/i) ?? [];
          return (await keycloak.knowsClientToken(token))
            ? answer(request)
            : json({ error: 'HTTP 401 Unauthorized' }, { status: 401 });
        };
      const group = ({ id }: Record<string, string>) =>
        [engineering, core].find(each => each.id === id);
      return {
        'GET /admin/serverinfo': guarded(() =>
          json<ServerInfoRepresentation>({
            systemInfo: { version: '26.4.0' },
          }),
        ),
        [`GET ${admin}/users/count`]: guarded(() =>
          json(staying(users).length),
        ),
        [`GET ${admin}/users`]: guarded(request =>
          page(request, staying(users)),
        ),
        [`GET ${admin}/groups/count`]: guarded(() => json({ count: 1 })),
        [`GET ${admin}/groups`]: guarded(request =>
          page(request, [engineering]),
        ),
        [`GET ${admin}/groups/:id`]: guarded(({ params }) =>
          json<GroupRepresentation | undefined>(group(params)),
        ),
        [`GET ${admin}/groups/:id/children`]: guarded(request =>
          page(request, request.params.id === engineering.id ? [core] : []),
        ),
        [`GET ${admin}/groups/:id/members`]: guarded(request =>
          page(request, staying(members[request.params.id] ?? [])),
        ),
      };
    },
  });
  return keycloak;
}

function page<T>({ url: { searchParams } }: StandInRequest, items: T[]) {
  const first = Number(searchParams.get('first') ?? 0);
  const max = Number(searchParams.get('max') ?? 100);
  return json<T[]>(items.slice(first, first + max));
}
