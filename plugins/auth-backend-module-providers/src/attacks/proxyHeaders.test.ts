import { SignJWT } from 'jose';
import { startPortal, user } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

/** What the proxies of stock's providers put into a request, sent by somebody who reaches the backend without one. */
const assertion = () =>
  new SignJWT({ email: 'grace@example.org', sub: 'grace' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('x'.repeat(32)));

const PROVIDERS: Record<string, string[]> = {
  oauth2Proxy: ['x-forwarded-user', 'x-forwarded-email', 'x-auth-request-user'],
  awsalb: ['x-amzn-oidc-data', 'x-amzn-oidc-accesstoken'],
  'gcp-iap': ['x-goog-iap-jwt-assertion'],
  cfaccess: ['cf-access-jwt-assertion'],
  'azure-easyauth': ['x-ms-token-aad-id-token'],
};

it('believes no header of a proxy, not even where a provider of that name is configured', async () => {
  const portal = await startPortal({
    providers: Object.fromEntries(
      Object.keys(PROVIDERS).map(id => [
        id,
        { production: { issuer: 'x', region: 'y', audience: 'z' } },
      ]),
    ),
    users: [user({ name: 'grace', email: 'grace@example.org' })],
  });
  try {
    const token = await assertion();
    for (const [id, names] of Object.entries(PROVIDERS)) {
      for (const path of ['refresh', 'start', 'handler/frame']) {
        const response = await portal.get(
          `${portal.url}/api/auth/${id}/${path}?env=production`,
          {
            headers: {
              'x-requested-with': 'XMLHttpRequest',
              ...Object.fromEntries(
                names.map(name => [
                  name,
                  /jwt|token|data/.test(name) ? token : 'grace',
                ]),
              ),
            },
          },
        );
        expect({ id, path, status: response.status }).toEqual({
          id,
          path,
          status: 404,
        });
      }
    }
  } finally {
    await portal.stop();
  }
});
