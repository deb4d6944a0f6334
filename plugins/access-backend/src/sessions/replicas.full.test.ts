// The command is an application, so it has no entry points; this server is only for tests.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import {
  startPostgres,
  type TestPostgres,
} from '@callboard/cli/src/testing/startPostgres';
import request from 'supertest';
import { createRotatingProvider } from './__testUtils__/createRotatingProvider';
import { startPortal, type TestPortal } from './__testUtils__/startPortal';
import { until } from './__testUtils__/until';

jest.setTimeout(240_000);

const people = new Map([
  ['user:default/olivia', ['group:default/operators']],
  ['user:default/oscar', ['group:default/team-a']],
]);
const provider = createRotatingProvider();
let postgres: TestPostgres;
let replicas: TestPortal[];

beforeAll(async () => {
  postgres = await startPostgres();
  const connection = await postgres.createDatabase('portal');
  const start = () =>
    startPortal({
      people,
      provider,
      database: { client: 'pg', connection, pluginDivisionMode: 'schema' },
    });
  replicas = [await start(), await start()];
});
afterAll(async () => {
  await Promise.all((replicas ?? []).map(replica => replica.stop()));
  await postgres.stop();
});

const status = async (replica: TestPortal, token: string) =>
  (await replica.as(token).get('/api/probe/me')).status;

it('takes a token of one replica on the other, and refuses it there within seconds once it was ended', async () => {
  const [one, two] = replicas;
  const browser = one.browser();
  const token = await browser.signIn('oscar');
  expect(await status(two, token)).toBe(200);
  await browser.logout().expect(200);
  expect(await status(one, token)).toBe(401);
  expect(
    await until(async () => (await status(two, token)) === 401),
  ).toBeLessThan(10_000);

  const operator = await two.browser().signIn('olivia');
  const another = await one.browser().signIn('oscar');
  expect(await status(one, another)).toBe(200);
  await two
    .as(operator)
    .post('/api/access/sessions/revoke')
    .send({ userEntityRef: 'user:default/oscar' })
    .expect(204);
  expect(await status(two, another)).toBe(401);
  await until(async () => (await status(one, another)) === 401);
});

it('gives tabs that refresh on two replicas at once the same session', async () => {
  const [one] = replicas;
  const signedIn = await one
    .browser()
    .agent.get('/api/auth/test/start?env=development');
  const state = new URL(signedIn.headers.location).searchParams.get('state')!;
  const pairs = (answer: request.Response) =>
    (answer.headers['set-cookie'] as unknown as string[])
      .map(line => line.split(';')[0])
      .filter(pair => !pair.endsWith('='));
  const finished = await request(one.server)
    .get('/api/auth/test/handler/frame')
    .query({ state, code: 'oscar:tabs' })
    .set('cookie', pairs(signedIn).join('; '));
  const cookie = pairs(finished).join('; ');
  const before = provider.refreshes();
  const tabs = await Promise.all(
    replicas.map(replica =>
      request(replica.server)
        .get('/api/auth/test/refresh?env=development')
        .set('x-requested-with', 'XMLHttpRequest')
        .set('cookie', cookie),
    ),
  );
  expect(tabs.map(answer => answer.status)).toEqual([200, 200]);
  expect(provider.refreshes()).toBe(before + 1);
  const [first, second] = tabs.map(answer =>
    pairs(answer).find(pair => pair.startsWith('test-refresh-token')),
  );
  expect(first).toBe(second);
});
