import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { AuthResolverContext } from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import { LdapSessionCookie } from './LdapSessionCookie';

const HOUR = 3_600_000;
const auth = mockServices.auth.mock();

/** A session of a day, in a token of an hour, whose signature is somebody else's business. */
function create(options: { url?: string } = {}) {
  const resolverContext = {
    issueToken: async ({ claims }: { claims: object }) => {
      const exp = Math.floor((Date.now() + HOUR) / 1000);
      const payload = JSON.stringify({ ...claims, exp });
      return {
        token: `header.${Buffer.from(payload).toString('base64url')}.signature`,
      };
    },
  } as unknown as AuthResolverContext;
  return new LdapSessionCookie({
    auth,
    resolverContext,
    url: options.url ?? 'https://portal.example.com/api/auth/ldap',
    durationMs: 24 * HOUR,
  });
}

async function cookieOf(options: { url?: string; since?: number } = {}) {
  const cookie = jest.fn();
  await create(options).set({
    response: { cookie } as unknown as Response,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/grace',
      ownershipEntityRefs: [],
    },
    username: 'grace',
    since: options.since ?? Date.now(),
  });
  const [[name, value, flags]] = cookie.mock.calls;
  return { cookies: { [name]: value }, flags };
}

it('is sent over HTTPS only, where the portal is', async () => {
  const { flags } = await cookieOf();

  expect(flags).toMatchObject({
    secure: true,
    httpOnly: true,
    sameSite: 'strict',
    path: '/api/auth/ldap',
  });
});

it('follows a portal below a path', async () => {
  const { flags } = await cookieOf({
    url: 'http://example.com/portal/api/auth/ldap',
  });

  expect(flags).toMatchObject({
    secure: false,
    path: '/portal/api/auth/ldap',
  });
});

it('ends with the token, or with the session if that is sooner', async () => {
  const { flags } = await cookieOf();
  expect(Math.round(flags.maxAge / HOUR)).toBe(1);
  const last = await cookieOf({ since: Date.now() - 23.5 * HOUR });
  expect(last.flags.maxAge).toBeLessThanOrEqual(HOUR / 2);
  const over = await cookieOf({ since: Date.now() - 25 * HOUR });
  expect(over.flags.maxAge).toBe(0);
});

it('holds a session until that is over, whatever the browser keeps', async () => {
  auth.authenticate.mockResolvedValue(
    mockCredentials.user('user:default/grace'),
  );
  auth.isPrincipal.mockReturnValue(true);
  const since = Date.now() - 23.5 * HOUR;
  const { cookies } = await cookieOf({ since });
  const { cookies: over } = await cookieOf({ since: since - HOUR });

  await expect(create().read({ cookies } as Request)).resolves.toEqual({
    username: 'grace',
    userEntityRef: 'user:default/grace',
    since,
  });
  await expect(
    create().read({ cookies: over } as Request),
  ).resolves.toBeUndefined();
});

it('is nothing without a user behind it', async () => {
  const { cookies } = await cookieOf();

  auth.authenticate.mockRejectedValue(new Error('Illegal token'));
  await expect(create().read({ cookies } as Request)).resolves.toBeUndefined();
  auth.authenticate.mockResolvedValue(mockCredentials.service());
  auth.isPrincipal.mockReturnValue(false);
  await expect(create().read({ cookies } as Request)).resolves.toBeUndefined();
});
