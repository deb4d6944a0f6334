import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { firstAdministrator } from './firstAdministrator';

const asked: (string | undefined)[] = [];
let answer: object;
let server: http.Server;
beforeAll(async () => {
  server = http.createServer((request, response) => {
    asked.push(
      `${request.method} ${request.url} ${request.headers.authorization}`,
    );
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  asked.length = 0;
  answer = { outcome: 'made', token: 'secret', expiresAt: '2026-11-27' };
});
afterAll(() => server.close());

const link = (
  config: JsonObject,
  url = server.address() as AddressInfo,
  isTerminal = true,
) =>
  firstAdministrator({
    isTerminal,
    config: new ConfigReader({
      app: { baseUrl: 'https://portal.acme.example' },
      ...config,
    }),
    url: `http://127.0.0.1:${url.port}`,
    key: 'local',
  });
const auth = { providers: { guest: {}, github: {} } };

it('is a link where people sign in, with the token where no server sees it', async () => {
  expect(await link({ auth })).toBe(
    '  Nobody administers this portal yet. Sign in, and open this once within 24 hours to do so:\n    https://portal.acme.example/access/administrator#token=secret',
  );
  expect(asked).toEqual(['POST /api/access/administrator/link Bearer local']);
});

it.each<[string, JsonObject]>([
  ['guests only', { auth: { providers: { guest: {} } } }],
  ['nobody', {}],
  ['the trial', { auth, callboard: { sandbox: { url: 'http://a' } } }],
  ['another policy', { auth, permission: { rbac: {} } }],
])('is not asked for with %s', async (_, config) => {
  expect(await link(config)).toBeUndefined();
  expect(asked).toEqual([]);
});

it('is none where there is an administrator, or no answer', async () => {
  answer = { outcome: 'taken', administrators: [] };
  expect(await link({ auth })).toBeUndefined();
  expect(await link({ auth }, { port: 9 } as AddressInfo)).toBeUndefined();
});

it('is neither made nor told where the output is no terminal', async () => {
  answer = { outcome: 'open' };
  expect(await link({ auth }, undefined, false)).toBe(
    '  Nobody administers this portal yet: bin/callboard permissions administrator prints a link.',
  );
  expect(asked).toEqual(['GET /api/access/administrator/link Bearer local']);
  answer = { outcome: 'taken' };
  expect(await link({ auth }, undefined, false)).toBeUndefined();
});
