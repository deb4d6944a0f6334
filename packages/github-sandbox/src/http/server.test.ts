import http from 'node:http';
import { startTestSandbox } from '../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

it('counts requests of a person and of nobody in buckets of their own', async () => {
  const nobody = await sandbox.call('GET /rate_limit');
  const olivia = await sandbox.call('GET /api/v3/rate_limit', { as: 'olivia' });
  expect(nobody.body.rate.limit).toBe(60);
  expect(olivia.body.rate.limit).toBe(5000);
  expect(olivia.headers.get('x-github-enterprise-version')).toBeTruthy();
  expect(nobody.headers.get('x-github-enterprise-version')).toBeNull();
});

it('refuses tokens that it does not know', async () => {
  const answer = await sandbox.call('GET /rate_limit', {
    token: 'ghp_nothing',
  });
  expect(answer.status).toBe(401);
  expect(answer.body.message).toBe('Bad credentials');
});

it('answers HEAD as GET, without a body', async () => {
  const first = await sandbox.call('HEAD /repos/acme/shop', { as: 'olivia' });
  expect([first.status, first.text]).toEqual([200, '']);
  const again = await sandbox.call('HEAD /repos/acme/shop', {
    as: 'olivia',
    headers: { 'if-none-match': first.headers.get('etag')! },
  });
  expect(again.status).toBe(304);
});

it('names the route that it does not answer', async () => {
  const answer = await sandbox.call('GET /repos/acme/shop/traffic/views');
  expect(answer.status).toBe(501);
  expect(answer.body.message).toContain('GET /repos/acme/shop/traffic/views');
});

it('answers under the name of this machine alone', async () => {
  const { port } = new URL(sandbox.url);
  const status = await new Promise(resolve =>
    http.get(
      { port, host: '127.0.0.1', headers: { host: 'evil.example' } },
      response => {
        response.resume();
        resolve(response.statusCode);
      },
    ),
  );
  expect(status).toBe(421);
});

it('tells its own time in every answer', async () => {
  sandbox.sandbox.clock.advance({ ms: 3_600_000 });
  for (const route of ['GET /zen', 'GET /acme/shop', 'GET /repos/acme/none']) {
    const { headers } = await sandbox.call(route);
    const difference =
      Date.parse(headers.get('date')!) - sandbox.sandbox.clock.now().getTime();
    expect(Math.abs(difference)).toBeLessThan(60_000);
  }
});
