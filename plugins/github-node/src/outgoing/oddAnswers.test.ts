import http from 'node:http';
import nodeFetch from 'node-fetch';
import { runInScope } from '../scope/runInScope';
import { startGithubLike } from './__testUtils__/startGithubLike';

const stops: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function answering(
  status: number,
  headers: http.OutgoingHttpHeaders = {},
) {
  const started = await startGithubLike({
    answer: (_, response) => response.writeHead(status, headers).end('x'),
  });
  stops.push(started.stop);
  return started;
}

const FETCHES = [
  ['global fetch', (...request: Parameters<typeof fetch>) => fetch(...request)],
  ['node-fetch', nodeFetch as unknown as typeof fetch],
] as const;

describe.each(FETCHES)('%s', (_name, send) => {
  it('is answered by what tells of impossible limits', async () => {
    const github = await answering(200, {
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '9999999999999',
    });
    const answer = await send(`${github.url}/api/one`);
    expect(await answer.text()).toBe('x');
    expect(github.traced()).toEqual(['GET /api/one 200']);
    expect(github.budget.state()).toMatchObject([{ inFlight: 0 }]);
  });

  it('waits for an hour at most', async () => {
    const github = await answering(429, { 'retry-after': '99999999999999' });
    const before = Date.now();
    expect((await send(`${github.url}/api/one`)).status).toBe(429);
    const [{ pausedUntil }] = github.budget.state();
    const paused = Date.parse(pausedUntil!) - before;
    expect(paused).toBeGreaterThanOrEqual(3_600_000);
    expect(paused).toBeLessThan(3_700_000);
    await expect(
      runInScope({ priority: 'person' }, () => send(`${github.url}/api/two`)),
    ).rejects.toThrow();
    expect(github.seen).toHaveLength(1);
  });

  it('is answered whatever happens to those who keep books', async () => {
    const github = await answering(200);
    github.trace.onFinish(() => {
      throw new Error('The disk of the metrics is full');
    });
    const answer = await send(`${github.url}/api/one`);
    expect(await answer.text()).toBe('x');
    expect(github.budget.state()).toMatchObject([{ inFlight: 0 }]);
  });
});

it('tells at once of what does not wait for the budget', async () => {
  const github = await answering(200);
  const told: string[] = [];
  const observer = { left: () => told.push('left') };
  const get = (path: string) =>
    runInScope({ call: { attempt: 1, observer } }, () =>
      fetch(`${github.url}${path}`),
    );
  await get('/acme/shop');
  expect(told).toEqual(['left']);
  await get('/api/one');
  expect(told).toEqual(['left', 'left']);
});
