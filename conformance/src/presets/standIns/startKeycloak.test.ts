import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type { OidcProvider } from './startOidcProvider';
import { startKeycloak } from './startKeycloak';
import { testAuthority } from './testAuthority';

let keycloak: OidcProvider;

beforeAll(async () => (await testAuthority()).trust());
beforeEach(async () => {
  keycloak = await startKeycloak({
    realm: 'acme',
    clientId: 'portal',
    clientSecret: 'portal-secret',
    redirectUri: 'http://localhost:7007/api/auth/oidc/handler/frame',
  });
});
afterEach(() => keycloak.close());

const createClient = () =>
  new KeycloakAdminClient({ baseUrl: keycloak.url, realmName: 'acme' });

it('answers the admin client of Keycloak', async () => {
  const client = createClient();
  await client.auth({
    grantType: 'client_credentials',
    clientId: 'portal',
    clientSecret: 'portal-secret',
  });

  await expect(client.users.count()).resolves.toBe(2);
  const [group] = await client.groups.find();
  const [child] = await client.groups.listSubGroups({ parentId: group.id! });
  await expect(
    client.groups.listMembers({ id: child.id! }),
  ).resolves.toMatchObject([{ username: 'grace' }]);
  expect(keycloak.unknown).toEqual([]);
});

it('is known to the discovery of OpenID Connect as a realm', async () => {
  const response = await fetch(
    `${keycloak.url}/realms/acme/.well-known/openid-configuration`,
  );
  await expect(response.json()).resolves.toMatchObject({
    issuer: `${keycloak.url}/realms/acme`,
    token_endpoint: `${keycloak.url}/realms/acme/protocol/openid-connect/token`,
  });
});

it('refuses who is not a client', async () => {
  await expect(createClient().users.find()).rejects.toMatchObject({
    response: { status: 401 },
  });
  await expect(
    createClient().auth({
      grantType: 'client_credentials',
      clientId: 'portal',
      clientSecret: 'wrong',
    }),
  ).rejects.toMatchObject({
    response: { status: 401 },
  });
});
