import { sessionsInMemory } from '../__testUtils__/sessionsInMemory';
import { startOpenIdProvider } from '../__testUtils__/startOpenIdProvider';
import { startPortal, user } from '../__testUtils__/startPortal';

// A backend starts here, which takes a busy machine its time.
jest.setTimeout(60_000);

const CLIENT = { clientId: 'the-client', clientSecret: 'the-secret' };

let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  provider = await startOpenIdProvider({
    ...CLIENT,
    account: {
      sub: 'subject-of-grace',
      name: 'Grace Hopper',
      email: 'grace@example.org',
      email_verified: true,
    },
  });
  portal = await startPortal({
    providers: {
      oidc: {
        production: {
          ...CLIENT,
          metadataUrl: `${provider.url}/.well-known/openid-configuration`,
          prompt: 'auto',
        },
      },
    },
    users: [user({ name: 'grace', email: 'grace@example.org' })],
    features: [sessionsInMemory],
  });
});
afterAll(async () => {
  await portal?.stop();
  await provider?.close();
});

/** Follows redirects like a browser, until the portal's callback. */
async function reachCallback(location: string): Promise<string> {
  let address = location;
  while (!address.startsWith(`${portal.url}/api/auth/oidc/handler/frame`)) {
    const response = await portal.get(address);
    const next = response.headers.get('location');
    if (!next) throw new Error(`${response.status} ${await response.text()}`);
    address = new URL(next, address).toString();
  }
  return address;
}

it('explains a provider that does not answer, and tries again at the next sign-in', async () => {
  const { error } = await portal.callback(
    `${portal.url}/api/auth/oidc/start?env=production`,
  );
  expect(error!.message).toContain('could not reach single sign-on');
  const [failure] = await portal.failures.recent();
  expect(failure).toMatchObject({ kind: 'provider-unreachable' });
  expect(error!.message).toContain(failure.reference);
});

it('signs in, and goes on with a rotating refresh token in two tabs at once', async () => {
  provider.register(`${portal.url}/api/auth/oidc/handler/frame`);
  const { location } = await portal.start('oidc');
  const answer = await portal.callback(await reachCallback(location));
  expect(answer.backstageIdentity!.identity.userEntityRef).toBe(
    'user:default/grace',
  );

  // Both tabs have the same cookie. The provider ends the session if it sees its refresh token twice.
  const tabs = await Promise.all([
    portal.refresh('oidc'),
    portal.refresh('oidc'),
  ]);
  expect(tabs.map(({ status }) => status)).toEqual([200, 200]);
  const later = await portal.refresh('oidc');
  expect(later.status).toBe(200);
  expect(later.body.backstageIdentity.identity.userEntityRef).toBe(
    'user:default/grace',
  );
});
