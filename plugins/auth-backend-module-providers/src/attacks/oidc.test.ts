import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import {
  CLIENT,
  type Forging,
  startHostileProvider,
} from '../__testUtils__/startHostileProvider';
import { startPortal, user } from '../__testUtils__/startPortal';

// A backend starts here, which takes a busy machine its time.
jest.setTimeout(60_000);

type Hostile = Awaited<ReturnType<typeof startHostileProvider>>;
type Portal = Awaited<ReturnType<typeof startPortal>>;

const GRACE = {
  sub: 'subject-of-grace',
  name: 'Grace Hopper',
  email: 'grace@example.org',
  email_verified: true,
};

let provider: Hostile;
let portal: Portal;

beforeAll(async () => {
  provider = await startHostileProvider();
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
    users: [
      user({
        name: 'grace',
        email: 'grace@example.org',
        annotations: { 'keycloak.org/id': GRACE.sub },
      }),
      user({ name: 'alan', email: 'alan@example.org' }),
    ],
  });
});
afterAll(async () => {
  await portal?.stop();
  await provider?.close();
});
beforeEach(() => {
  Object.assign(provider.lies, {
    userinfo: GRACE,
    idToken: undefined,
    token: undefined,
    secondsAhead: 0,
  });
});

const signIn = async () => {
  const { location } = await portal.start('oidc');
  return portal.callback(provider.authorize(location));
};
const lastFailure = async () => (await portal.failures.recent())[0];

it('lets the person in when nobody lies', async () => {
  const { backstageIdentity } = await signIn();
  expect(backstageIdentity!.identity.userEntityRef).toBe('user:default/grace');
});

const forged: [string, (forging: Forging) => Promise<string>][] = [
  ['for another client', f => f.sign({ ...f.claims, aud: 'another-client' })],
  [
    'for several clients, of which another is the authorised one',
    f => f.sign({ ...f.claims, aud: ['the-client', 'evil'], azp: 'evil' }),
  ],
  [
    'of another issuer',
    f => f.sign({ ...f.claims, iss: 'https://issuer.example.com' }),
  ],
  ['of another sign-in', f => f.sign({ ...f.claims, nonce: 'of-another' })],
  ['of no sign-in', f => f.sign({ ...f.claims, nonce: undefined })],
  ['that has ended', f => f.sign({ ...f.claims, exp: 1_700_000_000 })],
  ['with alg none', async f => new UnsecuredJWT(f.claims).encode()],
  [
    'with HS256 and the public key',
    f =>
      new SignJWT(f.claims)
        .setProtectedHeader({ alg: 'HS256', kid: 'one' })
        .sign(new TextEncoder().encode(f.publicKey)),
  ],
  [
    'with HS256 and the client secret',
    f =>
      new SignJWT(f.claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(CLIENT.clientSecret.padEnd(32, '0'))),
  ],
  [
    'signed by somebody else',
    async f => {
      const { privateKey } = await generateKeyPair('RS256');
      return new SignJWT(f.claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(privateKey);
    },
  ],
  [
    'for another subject than the claims are of',
    f => f.sign({ ...f.claims, sub: 'somebody-else' }),
  ],
];

it.each(forged)('gives no session for an ID token %s', async (_, forge) => {
  provider.lies.idToken = forge;
  const { backstageIdentity, error } = await signIn();
  expect(backstageIdentity).toBeUndefined();
  expect(error!.name).toBe('SignInFailedError');
  expect((await portal.refresh('oidc')).status).toBe(401);
});

it.each([false, undefined, 'true', 1])(
  'gives no session for the e-mail address of a colleague with email_verified %j',
  async email_verified => {
    provider.lies.userinfo = {
      sub: 'subject-of-mallory',
      email: 'alan@example.org',
      email_verified,
    };
    const { backstageIdentity, error } = await signIn();
    expect(backstageIdentity).toBeUndefined();
    expect(error!.message).toContain(
      'does not confirm that the e-mail address',
    );
    expect(await lastFailure()).toMatchObject({
      kind: 'unverified-email',
      person: { subject: 'subject-of-mallory', email: 'alan@example.org' },
    });
  },
);

it('gives no session to a second account with the address of the first, verified or not', async () => {
  provider.lies.userinfo = { ...GRACE, sub: 'subject-of-another-grace' };
  const { backstageIdentity, error } = await signIn();
  expect(backstageIdentity).toBeUndefined();
  expect(error!.message).not.toContain(GRACE.sub);
  expect(await lastFailure()).toMatchObject({
    kind: 'resolver-refused',
    detail:
      'user:default/grace belongs to another account: its annotation keycloak.org/id is subject-of-grace, and the account that signed in is subject-of-another-grace',
  });
});

it('gives one to whoever the provider vouches for, where no id is known', async () => {
  provider.lies.userinfo = {
    sub: 'subject-of-alan',
    email: 'alan@example.org',
    email_verified: true,
  };
  expect((await signIn()).backstageIdentity!.identity.userEntityRef).toBe(
    'user:default/alan',
  );
});

it.each([600, -600])(
  'explains a clock that is ten minutes off (%i s)',
  async seconds => {
    provider.lies.secondsAhead = seconds;
    const { error } = await signIn();
    expect(error!.message).toContain('The clock of this portal');
    const { kind, detail } = await lastFailure();
    expect(kind).toBe('clock-skew');
    expect(detail).toMatch(/\((5|10) min apart\)$/);
  },
);

it('explains a client secret that has expired', async () => {
  provider.lies.token = {
    status: 401,
    json: { error: 'invalid_client', error_description: 'Secret expired' },
  };
  const { error } = await signIn();
  expect(error!.message).toContain("this portal's own credentials");
  expect(await lastFailure()).toMatchObject({ kind: 'bad-client-secret' });
});

it('takes no state of another sign-in, and no callback out of the blue', async () => {
  const first = await portal.start('oidc');
  const back = provider.authorize(first.location);
  await portal.start('oidc');
  expect((await portal.callback(back)).backstageIdentity).toBeUndefined();
  const stranger = await fetch(back, { redirect: 'manual' });
  const html = await stranger.text();
  expect(html).toContain('was%20not%20begun%20in%20this%20browser');
  expect(await lastFailure()).toMatchObject({ kind: 'state-mismatch' });
});

it('sends nobody to an address of a stranger', async () => {
  const evil = 'https://evil.example.com/';
  const { status } = await portal.start('oidc', {
    flow: 'redirect',
    redirectUrl: evil,
  });
  expect(status).toBe(403);
  const state = Buffer.from(
    new URLSearchParams({
      env: 'production',
      nonce: 'n',
      flow: 'redirect',
      redirectUrl: evil,
      origin: 'http://localhost:3000',
    }).toString(),
  ).toString('hex');
  const response = await fetch(
    `${portal.url}/api/auth/oidc/handler/frame?code=c&state=${state}`,
    { redirect: 'manual' },
  );
  expect(response.headers.get('location')).toMatch(
    /^http:\/\/localhost:3000\/\?error=/,
  );
});
