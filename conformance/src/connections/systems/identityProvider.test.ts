import { startKeycloak } from '../../presets/standIns/startKeycloak';
import { openSystems } from './openSystems';

jest.setTimeout(60_000);

const { trust, opened, inspect, close } = openSystems();
beforeAll(trust);
afterEach(close);

describe('OpenID Connect', () => {
  const SECRET = 'client-secret';
  const start = async () =>
    opened(
      await startKeycloak({
        realm: 'acme',
        clientId: 'callboard',
        clientSecret: SECRET,
        redirectUri: 'http://localhost:7007/api/auth/oidc/handler/frame',
      }),
    );
  const run = (url: string, metadataUrl: string, clientSecret = SECRET) =>
    inspect({
      auth: {
        environment: 'production',
        providers: { oidc: { production: { metadataUrl } } },
      },
      catalog: {
        providers: {
          keycloakOrg: {
            default: {
              baseUrl: url,
              realm: 'acme',
              clientId: 'callboard',
              clientSecret,
            },
          },
        },
      },
    });
  const DISCOVERY = '/.well-known/openid-configuration';

  it('passes a provider that is who it says, and a client that is taken', async () => {
    const { url, issuer, unknown } = await start();
    expect(await run(url, `${issuer}${DISCOVERY}`)).toMatchObject([
      {
        id: 'oidc:sign-in',
        status: 'pass',
        detail: expect.stringContaining(issuer),
      },
      {
        id: 'oidc:keycloak:default',
        status: 'pass',
        detail: 'It takes the client callboard.',
      },
    ]);
    expect(unknown).toEqual([]);
  });

  it('tells another issuer, another realm, and a client that is refused', async () => {
    const { url, issuer } = await start();
    const [asAddress] = await run(
      url,
      `${issuer.replace('localhost', '127.0.0.1')}${DISCOVERY}`,
    );
    expect(asAddress).toMatchObject({
      status: 'warn',
      detail: expect.stringContaining(`another issuer, ${issuer}`),
    });
    const [noRealm, client] = await run(
      url,
      `${url}/realms/other${DISCOVERY}`,
      'wrong',
    );
    expect(noRealm).toMatchObject({ status: 'fail' });
    expect(client).toMatchObject({
      status: 'fail',
      detail: 'Keycloak refuses the client callboard (invalid_client).',
    });
    expect(JSON.stringify(client)).not.toContain('wrong');
  });
});
