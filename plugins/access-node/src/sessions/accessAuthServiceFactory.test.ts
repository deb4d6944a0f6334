import type { AuthService } from '@backstage/backend-plugin-api';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type KeyLike } from 'jose';
import { apiKeysServiceRef } from '../keys/apiKeysServiceRef';
import { keyTokenHandlerFactory } from '../keys/keyTokenHandlerFactory';
import { makeKey } from '../keys/keyText';
import { accessAuthServiceFactory } from './accessAuthServiceFactory';
import { sessionsServiceRef } from './sessionsServiceRef';
import type { Sessions } from './Sessions';

const NOW = Math.floor(Date.now() / 1000);
let server: http.Server;
let privateKey: KeyLike;
let auth: AuthService;
let sessions: Sessions;
const made = makeKey();
const load = (people: [string, number][]) =>
  sessions.revocations.load({
    list: { people: new Map(people), tokens: new Set() },
    readAt: sessions.revocations.monotonicMs(),
  });

beforeAll(async () => {
  const keys = await generateKeyPair('ES256');
  privateKey = keys.privateKey;
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'ES256' };
  server = http.createServer((_, response) =>
    response.end(JSON.stringify({ keys: [jwk] })),
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const tester = ServiceFactoryTester.from(accessAuthServiceFactory, {
    dependencies: [
      mockServices.database.factory(),
      keyTokenHandlerFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            auth: {
              externalAccess: [
                { type: 'callboard-key', options: {} },
                {
                  type: 'jwks',
                  options: {
                    url: `http://127.0.0.1:${port}`,
                    ...{ issuer: 'ci', audience: 'portal', algorithm: 'ES256' },
                  },
                },
              ],
            },
          },
        },
      }),
      mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
      }).factory,
    ],
  });
  auth = await tester.getSubject('catalog');
  sessions = await tester.getService(sessionsServiceRef);
  const stored = {
    ...{ id: made.id, hash: made.hash, scopes: { readOnly: false } },
    expiresAt: new Date((NOW + 3_600) * 1000),
  };
  (await tester.getService(apiKeysServiceRef)).attach({
    read: async () => [stored],
    used: () => {},
    refused: () => {},
  });
});
afterAll(() => server.close());
beforeEach(() => load([]));

const token = (options: { iat: number; exp: number; typ?: string }) =>
  new SignJWT({ sub: 'user:default/olivia', uip: 'x', ...options })
    .setProtectedHeader({
      alg: 'ES256',
      kid: 'k',
      typ: options.typ ?? 'vnd.backstage.user',
    })
    .sign(privateKey);

it('takes a token, and refuses it once the person has been signed out', async () => {
  const good = await token({ iat: NOW, exp: NOW + 3_600 });
  expect(await auth.authenticate(good)).toMatchObject({
    principal: { type: 'user', userEntityRef: 'user:default/olivia' },
  });
  expect(sessions.seen.take()).toMatchObject([
    { userEntityRef: 'user:default/olivia', lastIssuedAt: NOW },
  ]);
  load([['user:default/olivia', NOW]]);
  await expect(auth.authenticate(good)).rejects.toThrow('was ended');
  expect(sessions.seen.take()).toEqual([]);
});

it.each(['vnd.backstage.user', 'vnd.backstage.limited-user'])(
  'takes a token for a minute after its end, for clocks that differ: %s',
  async typ => {
    const take = (exp: number) =>
      token({ iat: NOW - 3_600, exp, typ }).then(late =>
        auth.authenticate(late, { allowLimitedAccess: true }),
      );
    await expect(take(NOW - 45)).resolves.toMatchObject({
      principal: { type: 'user' },
    });
    await expect(take(NOW - 600)).rejects.toThrow(
      /expired 6\d\d seconds ago.*clock skew/,
    );
  },
);

it('takes no late token with a signature of somebody else', async () => {
  const { privateKey: other } = await generateKeyPair('ES256');
  const forged = await new SignJWT({
    sub: 'user:default/olivia',
    iat: NOW - 3_600,
    exp: NOW - 30,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'vnd.backstage.user' })
    .sign(other);
  await expect(auth.authenticate(forged)).rejects.toMatchObject({
    name: 'AuthenticationError',
  });
});

it('takes a token of a clock that is a little ahead, and names the clocks for one that is more', async () => {
  const take = async (iat: number) =>
    auth.authenticate(await token({ iat, exp: iat + 3_600 }));
  await expect(take(NOW + 45)).resolves.toBeDefined();
  await expect(take(NOW + 600)).rejects.toThrow(
    /seconds in the future.*clock skew/,
  );
});

it('passes a token on to another plugin during the minute after its end', async () => {
  const late = await auth.authenticate(
    await token({ iat: NOW - 3_600, exp: NOW - 30 }),
  );
  const { token: passed } = await auth.getPluginRequestToken({
    onBehalfOf: late,
    targetPluginId: 'search',
  });
  const { exp } = JSON.parse(
    Buffer.from(passed.split('.')[1], 'base64url').toString(),
  );
  expect(exp).toBe(NOW + 30);
});

it('lets no issuer of services name them like a key', async () => {
  const named = (sub: string) =>
    new SignJWT({ sub, iss: 'ci', aud: 'portal' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(privateKey);
  const subject = `external:api-key:${made.id}`;
  expect(await auth.authenticate(made.key)).toMatchObject({
    principal: { type: 'service', subject },
  });
  expect(await auth.authenticate(await named('build'))).toMatchObject({
    principal: { type: 'service', subject: 'external:build' },
  });
  await expect(
    auth.authenticate(await named(`api-key:${made.id}`)),
  ).rejects.toMatchObject({ name: 'AuthenticationError' });
});
