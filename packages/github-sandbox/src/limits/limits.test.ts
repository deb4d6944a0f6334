import { stopCleanly } from '../testing/stopCleanly';
import { startTestSandbox } from '../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  sandbox.sandbox.clock.freeze();
});
afterEach(() => stopCleanly(sandbox));

it('answers 403 when nothing is left, until the window is over', async () => {
  const { limits, clock } = sandbox.sandbox;
  const ask = () => sandbox.call('GET /apps/none');
  limits.take({
    key: 'ip:127.0.0.1',
    resource: 'core',
    limit: 60,
    cost: 59,
  });
  const last = await ask();
  expect(last.status).toBe(404);
  expect(last.headers.get('x-ratelimit-remaining')).toBe('0');
  const refused = await ask();
  expect(refused.status).toBe(403);
  expect(refused.body.message).toContain('API rate limit exceeded for');
  expect(refused.headers.get('x-ratelimit-used')).toBe('60');
  // Somebody else is not concerned, and asking for the state is free.
  expect((await sandbox.call('GET /user', { as: 'mel' })).status).toBe(200);
  expect((await sandbox.call('GET /rate_limit')).body.rate.remaining).toBe(0);
  clock.advance({ ms: 60 * 60 * 1000 });
  expect((await ask()).status).toBe(404);
});

it('answers 403 with retry-after when a caller changes too much at once', async () => {
  const { limits, clock } = sandbox.sandbox;
  const change = () =>
    sandbox.call('DELETE /installation/token', { as: 'mel' });
  for (let count = 0; count < 80; count += 1) {
    limits.enter({ key: `user:${sandbox.mel.id}`, write: true });
  }
  // They are still going on, but fewer than a hundred.
  const refused = await change();
  expect(refused.status).toBe(403);
  expect(refused.body.message).toContain(
    'You have exceeded a secondary rate limit',
  );
  expect(refused.headers.get('retry-after')).toBe('60');
  clock.advance({ ms: 60_000 });
  const then = await change();
  expect(then.headers.get('retry-after')).toBeNull();
  expect(then.body.message).toContain('installation access token');
});
