import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  clientCredentialsGrant,
  discovery,
  fetchUserInfo,
  randomNonce,
  refreshTokenGrant,
} from 'openid-client';
import { createCookieJar } from '../cookieJar';
import { startOidcProvider, type OidcProvider } from './startOidcProvider';
import { testAuthority } from './testAuthority';

const redirectUri = 'http://localhost:7007/api/auth/oidc/handler/frame';

let provider: OidcProvider;

beforeAll(async () => (await testAuthority()).trust());
afterEach(() => provider?.close());

async function start(options: { path?: string; secret?: string } = {}) {
  provider = await startOidcProvider({
    clientId: 'portal',
    clientSecret: 'portal-secret',
    redirectUri,
    path: options.path,
  });
  return discovery(
    new URL(provider.issuer),
    'portal',
    options.secret ?? 'portal-secret',
  );
}

/** Follows redirects until one leaves the provider, and resolves to that one. */
async function login(address: URL) {
  const jar = createCookieJar();
  let url = address;
  while (url.href.startsWith(provider.url)) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: jar.header(url) },
    });
    jar.store(url, response);
    const location = response.headers.get('location');
    if (!location) {
      throw new Error(await response.text());
    }
    url = new URL(location, url);
  }
  return url;
}

it.each([undefined, '/realms/acme'])(
  'signs the scripted person in, with the issuer at %s',
  async path => {
    const client = await start({ path });
    const nonce = randomNonce();

    const url = await login(
      buildAuthorizationUrl(client, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        nonce,
      }),
    );
    const tokens = await authorizationCodeGrant(client, url, {
      expectedNonce: nonce,
    });

    const claims = tokens.claims()!;
    expect(claims).toMatchObject({
      iss: provider.issuer,
      email: 'grace@example.org',
    });
    await expect(
      fetchUserInfo(client, tokens.access_token, claims.sub),
    ).resolves.toMatchObject({ name: 'Grace Hopper', email_verified: true });
    await expect(
      refreshTokenGrant(client, tokens.refresh_token!),
    ).resolves.toBeDefined();
  },
);

it('wants a session where the client forbids to ask', async () => {
  const client = await start();

  const url = await login(
    buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope: 'openid',
      prompt: 'none',
    }),
  );

  expect(url.searchParams.get('error')).toBe('login_required');
});

it('refuses an unregistered redirect, and a wrong secret', async () => {
  const client = await start({ secret: 'wrong' });

  await expect(
    login(
      buildAuthorizationUrl(client, {
        redirect_uri: 'https://evil.example',
        scope: 'openid',
      }),
    ),
  ).rejects.toThrow('redirect_uri');
  const url = await login(
    buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope: 'openid',
    }),
  );
  await expect(authorizationCodeGrant(client, url)).rejects.toMatchObject({
    error: 'invalid_client',
  });
});

it('knows the tokens that it gave to the client itself', async () => {
  const client = await start();
  const { access_token: token } = await clientCredentialsGrant(client);

  await expect(provider.knowsClientToken(token)).resolves.toBe(true);
  await expect(provider.knowsClientToken('other')).resolves.toBe(false);
});
