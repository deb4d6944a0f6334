import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { startLdapBackend } from './__testUtils__/startLdapBackend';
import { LdapDirectory } from './LdapDirectory';

// Backends start here, which takes a busy machine its time.
jest.setTimeout(60_000);

const PASSWORD = 'correct-horse-battery-staple';
const people = ['grace', 'alan', 'stranger'];

const verify = jest.spyOn(LdapDirectory.prototype, 'verify');
const find = jest.spyOn(LdapDirectory.prototype, 'find');
let portal: Awaited<ReturnType<typeof startLdapBackend>>;

const personOf = (username: string) =>
  people.includes(username)
    ? {
        dn: `uid=${username},dc=example`,
        username,
        email: `${username}@example.org`,
      }
    : undefined;

beforeAll(async () => {
  portal = await startLdapBackend();
});
beforeEach(() => {
  find.mockImplementation(async username => personOf(username));
  verify.mockImplementation(async ({ username, password }) => {
    const person = personOf(username);
    if (!person || password !== PASSWORD) {
      throw new AuthenticationError('User name or password is wrong');
    }
    return person;
  });
});
afterAll(() => portal.backend.stop());

const signIn = (username: string, password = PASSWORD) =>
  portal.post({ json: { username, password } });
const cookieOf = (response: Response) =>
  response.headers.get('set-cookie')?.match(/^callboard-ldap-session=([^;]*)/);
async function session(username: string) {
  const response = await signIn(username);
  return {
    cookie: cookieOf(response)![1],
    token: (await response.json()).backstageIdentity.token as string,
  };
}
const encode = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString());

it('signs in, with a cookie for this provider alone', async () => {
  const response = await signIn(' grace ');

  expect(response.status).toBe(200);
  await expect(response.json()).resolves.toMatchObject({
    profile: { email: 'grace@example.org' },
    backstageIdentity: { identity: { userEntityRef: 'user:default/grace' } },
  });
  const [, ...flags] = response.headers.get('set-cookie')!.split('; ');
  expect(flags).toEqual(
    expect.arrayContaining(['Path=/api/auth/ldap', 'HttpOnly']),
  );
  expect(flags).toContain('SameSite=Strict');
  const maxAge = flags.find(flag => flag.startsWith('Max-Age='))!.slice(8);
  expect(Number(maxAge)).toBeGreaterThan(3500);
  expect(Number(maxAge)).toBeLessThanOrEqual(3600);
});

it('gives one answer to a wrong password and to a wrong name', async () => {
  const answers = await Promise.all(
    [await signIn('grace', 'no'), await signIn('nobody', 'no')].map(
      async response => ({
        status: response.status,
        body: (await response.json()).error,
        cookie: cookieOf(response)?.[1],
      }),
    ),
  );

  expect(answers[0]).toMatchObject({ status: 401, cookie: '' });
  expect(answers[1]).toEqual(answers[0]);
});

it('answers 404 to a person who is not in the catalog', async () => {
  const response = await signIn('stranger');

  expect(response.status).toBe(404);
  expect(cookieOf(response)).toBeUndefined();
  expect(portal.log()).toContain('no user for uid=stranger,dc=example');
  const { message } = (await response.json()).error;
  const [, reference] = /the reference (\w{3}-\w{3})\./.exec(message)!;
  expect(portal.log()).toContain(
    `A sign-in with ldap failed (no-user), reference ${reference}`,
  );
  expect(portal.log()).toContain(
    'usernameMatchingUserEntityName: a User named stranger: nobody',
  );
});

it('says that the portal failed where the catalog does not answer', async () => {
  const read = jest
    .spyOn(portal.catalog, 'getEntityByRef')
    .mockRejectedValueOnce(new ServiceUnavailableError('no catalog'));
  const response = await signIn('grace');
  read.mockRestore();

  expect(response.status).toBe(503);
  expect(portal.log()).toContain('A sign-in with ldap failed (portal-failed)');
});

it('goes on with the session of the cookie', async () => {
  const { cookie } = await session('grace');

  const response = await portal.post({ cookie });

  expect(response.status).toBe(200);
  expect((await response.json()).backstageIdentity.identity.userEntityRef).toBe(
    'user:default/grace',
  );
  // And so on, for as long as pages are loaded.
  const next = await portal.post({ cookie: cookieOf(response)![1] });
  expect(next.status).toBe(200);
});

it('refuses a cookie that it has not made, and clears it', async () => {
  const grace = await session('grace');
  const [header, payload, signature] = grace.cookie.split('.');
  const claims = decode(payload);
  const asAlan = {
    ...claims,
    sub: 'user:default/alan',
    'callboard/ldap-session': { username: 'alan', since: Date.now() },
  };
  const unsigned = encode({ ...decode(header), alg: 'none' });
  const forged = {
    nothing: '',
    'no token': 'x',
    'half a token': 'a.b.c',
    'the form of earlier versions': encode({
      token: grace.token,
      username: 'alan',
    }),
    'without a signature': `${unsigned}.${encode(asAlan)}.`,
    'with the signature of another': `${header}.${encode(asAlan)}.${signature}`,
    'a token of hers, which is for other things': grace.token,
  };
  for (const [name, cookie] of Object.entries(forged)) {
    const response = await portal.post({ cookie });
    expect({ name, status: response.status }).toEqual({ name, status: 401 });
    expect(cookieOf(response)?.[1]).toBe('');
  }
  expect(find).not.toHaveBeenCalledWith('alan');
});

it('refuses a session whose name has passed to somebody else, or to nobody', async () => {
  const { cookie } = await session('grace');

  find.mockResolvedValueOnce(personOf('alan'));
  const passed = await portal.post({ cookie });
  find.mockResolvedValueOnce(undefined);
  const gone = await portal.post({ cookie });

  for (const response of [passed, gone]) {
    expect(response.status).toBe(401);
    expect(cookieOf(response)![1]).toBe('');
  }
});

it('keeps the session while the directory does not answer', async () => {
  const { cookie } = await session('grace');
  find.mockRejectedValueOnce(new ServiceUnavailableError('It is away'));

  const response = await portal.post({ cookie });

  expect(response.status).toBe(503);
  expect(response.headers.get('set-cookie')).toBeNull();
});

it('signs out', async () => {
  const response = await portal.post({ path: 'logout' });

  expect(response.status).toBe(200);
  expect(response.headers.get('set-cookie')).toMatch(
    /^callboard-ldap-session=; Path=\/api\/auth\/ldap; Expires=Thu, 01 Jan 1970/,
  );
});

it('takes nothing that a form on another site could send', async () => {
  const { cookie } = await session('grace');
  const form = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-requested-with': '',
  };
  const body = `username=grace&password=${PASSWORD}`;
  const text = `{"username":"grace","password":"${PASSWORD}"}`;
  const responses = await Promise.all([
    portal.post({ headers: form, body }),
    portal.post({
      headers: { ...form, 'content-type': 'text/plain' },
      body: text,
    }),
    portal.post({ headers: form, cookie }),
    portal.post({ path: 'logout', headers: form, cookie }),
  ]);

  for (const response of responses) {
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toBeNull();
  }
});

it('wants both user name and password, as text', async () => {
  const { cookie } = await session('grace');
  for (const json of [
    { username: 'grace' },
    { password: PASSWORD },
    { username: ['grace'], password: { $ne: null } },
  ]) {
    expect((await portal.post({ json, cookie })).status).toBe(400);
  }
});

it('has no other way in', async () => {
  const { cookie } = await session('grace');
  const headers = {
    cookie: `callboard-ldap-session=${cookie}`,
    'x-requested-with': 'XMLHttpRequest',
  };
  for (const path of [
    'refresh',
    `refresh?username=grace&password=${PASSWORD}`,
    'start',
    'handler/frame',
  ]) {
    const response = await fetch(`${portal.url}/${path}`, { headers });
    expect({ path, status: response.status }).toEqual({ path, status: 400 });
  }
});

it('slows guessing down, whatever the spelling, until somebody gets it right', async () => {
  const guess = async (name: string) => (await signIn(name, 'no')).status;
  await Promise.all(Array.from({ length: 9 }, () => guess('alan')));
  expect((await signIn('alan')).status).toBe(200);

  const statuses = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      guess(index % 2 ? 'ALAN' : 'alan'),
    ),
  );

  expect(statuses.filter(status => status === 401)).toHaveLength(10);
  expect(statuses.filter(status => status === 429)).toHaveLength(2);
  expect((await signIn('alan')).status).toBe(429);
  expect((await signIn('grace')).status).toBe(200);
});

it('logs no password', async () => {
  await signIn('grace');
  await portal.post({
    headers: { 'content-type': 'application/json' },
    body: `{"username":"grace","password":"${PASSWORD}`,
  });
  verify.mockRejectedValueOnce(new Error('Something broke'));
  expect((await signIn('grace')).status).toBe(500);

  expect(portal.log()).toContain('Something broke');
  expect(portal.log()).not.toContain(PASSWORD);
});
