import { startHttp } from '../__testUtils__/startHttp';
import { startPortal, user } from '../__testUtils__/startPortal';

// A backend starts here, which takes a busy machine its time.
jest.setTimeout(60_000);

const CLIENT = { clientId: 'the-client', clientSecret: 'the-secret' };

/** GitLab and Okta let their address be configured, so that one server can stand in for both. */
const vendor = {
  gitlabUser: {} as Record<string, unknown>,
  oktaUser: {} as Record<string, unknown>,
  token: { status: 200, json: {} as object },
};
let server: Awaited<ReturnType<typeof startHttp>>;
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  server = await startHttp(({ url: { pathname } }) => {
    if (pathname.endsWith('/token')) return vendor.token;
    if (pathname === '/api/v4/user') return { json: vendor.gitlabUser };
    return { json: vendor.oktaUser };
  });
  portal = await startPortal({
    providers: {
      github: { production: CLIENT },
      gitlab: { production: { ...CLIENT, audience: server.url } },
      google: { production: CLIENT },
      microsoft: { production: { ...CLIENT, tenantId: 'acme' } },
      okta: { production: { ...CLIENT, audience: server.url } },
    },
    users: [
      user({
        name: 'grace',
        email: 'grace@example.org',
        annotations: { '127.0.0.1/user-id': '7' },
      }),
      user({ name: 'alan', email: 'alan@example.org' }),
    ],
  });
});
afterAll(async () => {
  await portal?.stop();
  await server?.close();
});
beforeEach(() => {
  vendor.token = {
    status: 200,
    json: { access_token: 'a', token_type: 'bearer' },
  };
});

const signIn = async (provider: string) => {
  const { location } = await portal.start(provider);
  const state = new URL(location).searchParams.get('state')!;
  return portal.callback(
    `${portal.url}/api/auth/${provider}/handler/frame?${new URLSearchParams({
      code: 'c',
      state,
    })}`,
  );
};
const signedIn = async (provider: string) =>
  (await signIn(provider)).backstageIdentity?.identity.userEntityRef;
const lastFailure = async () => (await portal.failures.recent())[0];

it.each([
  ['github', 'https://github.com/login/oauth/authorize'],
  ['gitlab', '/oauth/authorize'],
  ['google', 'https://accounts.google.com/o/oauth2/v2/auth'],
  ['microsoft', 'https://login.microsoftonline.com/acme/oauth2/v2.0/authorize'],
  ['okta', '/oauth2/v1/authorize'],
])('%s sends people to %s, and back to its own callback', async (id, page) => {
  const { status, location } = await portal.start(id);
  const url = new URL(location);
  expect(status).toBe(302);
  expect(url.origin + url.pathname).toBe(new URL(page, server.url).toString());
  expect(url.searchParams.get('redirect_uri')).toBe(
    `${portal.url}/api/auth/${id}/handler/frame`,
  );
  expect(url.searchParams.get('state')).toBeTruthy();
});

it.each(['github', 'gitlab', 'google', 'microsoft', 'okta'])(
  '%s: an error in the callback is explained',
  async id => {
    const { location } = await portal.start(id);
    const state = new URL(location).searchParams.get('state')!;
    const { error } = await portal.callback(
      `${portal.url}/api/auth/${id}/handler/frame?${new URLSearchParams({
        error: 'access_denied',
        state,
      })}`,
    );
    expect(error!.message).toContain('access was not granted');
    expect(await lastFailure()).toMatchObject({
      provider: id,
      kind: 'denied-by-person',
    });
  },
);

it('gitlab: finds by the id, by the name, and by a confirmed address', async () => {
  const gitlabUser = {
    id: 7,
    username: 'grace-at-gitlab',
    name: 'Grace Hopper',
    web_url: 'http://127.0.0.1/grace',
    confirmed_at: '2026-01-01T00:00:00Z',
  };
  vendor.gitlabUser = gitlabUser;
  expect(await signedIn('gitlab')).toBe('user:default/grace');
  vendor.gitlabUser = { ...gitlabUser, id: 8, username: 'alan' };
  expect(await signedIn('gitlab')).toBe('user:default/alan');
  // Somebody else's name: the id says that it is not Grace.
  vendor.gitlabUser = { ...gitlabUser, id: 9, username: 'grace' };
  expect(await signedIn('gitlab')).toBeUndefined();
  expect(await lastFailure()).toMatchObject({ kind: 'resolver-refused' });
  const byAddress = {
    ...gitlabUser,
    id: 10,
    username: 'a',
    email: 'alan@example.org',
  };
  vendor.gitlabUser = byAddress;
  expect(await signedIn('gitlab')).toBe('user:default/alan');
  vendor.gitlabUser = { ...byAddress, confirmed_at: null };
  expect(await signedIn('gitlab')).toBeUndefined();
  expect(await lastFailure()).toMatchObject({ kind: 'unverified-email' });
});

it('okta: finds by an address that it calls verified, and by no other', async () => {
  const oktaUser = { sub: '1', name: 'Alan', email: 'alan@example.org' };
  vendor.oktaUser = { ...oktaUser, email_verified: true };
  expect(await signedIn('okta')).toBe('user:default/alan');
  for (const email_verified of [false, undefined]) {
    vendor.oktaUser = { ...oktaUser, email_verified };
    expect(await signedIn('okta')).toBeUndefined();
    expect(await lastFailure()).toMatchObject({ kind: 'unverified-email' });
  }
});

it.each([
  [
    'gitlab',
    'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
  ],
  ['okta', 'The client secret supplied for a confidential client is invalid.'],
])('%s: explains a secret that is not accepted', async (id, description) => {
  vendor.token = {
    status: 401,
    json: { error: 'invalid_client', error_description: description },
  };
  const { error } = await signIn(id);
  expect(error!.message).toContain("this portal's own credentials");
  expect(await lastFailure()).toMatchObject({
    provider: id,
    kind: 'bad-client-secret',
  });
});
