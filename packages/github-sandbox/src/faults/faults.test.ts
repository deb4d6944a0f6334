import { startTestSandbox } from '../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.sandbox.faults.clear());
afterAll(() => sandbox.stop());

it('answers 502 with a page, as a proxy does', async () => {
  sandbox.sandbox.faults.set({ badGatewayEvery: 1 });
  const { status, headers, text } = await sandbox.call('GET /zen');
  expect(status).toBe(502);
  expect(headers.get('content-type')).toContain('text/html');
  expect(text).toContain('502 Bad Gateway');
});

it('gives no answer until the client goes away, and then ends', async () => {
  const { requests, faults } = sandbox.sandbox;
  const begun = new Promise<void>(resolve => {
    const { next } = faults;
    jest.spyOn(faults, 'next').mockImplementationOnce(options => {
      resolve();
      return next(options);
    });
  });
  const logged = new Promise<number>(resolve => {
    const { add } = requests;
    jest.spyOn(requests, 'add').mockImplementationOnce(request => {
      add(request);
      resolve(request.status);
    });
  });
  faults.set({ timeoutEvery: 1 });
  const client = new AbortController();
  const answer = fetch(`${sandbox.url}/zen`, { signal: client.signal });
  await begun;
  client.abort();
  await expect(answer).rejects.toThrow(/abort/);
  // Only now is the request over for the server as well.
  expect(await logged).toBe(504);
});

it('says for how long to wait', async () => {
  const { clock, faults } = sandbox.sandbox;
  clock.freeze();
  const until = new Date(clock.now().getTime() + 90_000).toISOString();

  faults.set({ rateLimitedUntil: until });
  const limited = await sandbox.call('GET /zen');
  expect(limited.status).toBe(403);
  expect(limited.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(Number(limited.headers.get('x-ratelimit-reset'))).toBe(
    Math.ceil(Date.parse(until) / 1000),
  );

  faults.set({ rateLimitedUntil: null, secondaryLimitedUntil: until });
  const secondary = await sandbox.call('GET /zen');
  expect(secondary.status).toBe(403);
  expect(secondary.headers.get('retry-after')).toBe('90');
  expect(secondary.body.message).toContain('secondary rate limit');
  clock.resume();
});

it.each([
  ['/zen', 'core', '5000'],
  ['/search/repositories?q=a', 'search', '30'],
  ['/search/code?q=a', 'code_search', '10'],
  ['/api/v3/search/users?q=a', 'search', '30'],
])('says which limit of %s is used up', async (path, resource, limit) => {
  const { clock, faults } = sandbox.sandbox;
  const until = new Date(clock.now().getTime() + 60_000).toISOString();
  faults.set({ rateLimitedUntil: until });
  const { status, headers } = await fetch(`${sandbox.url}${path}`);
  expect(status).toBe(403);
  expect(headers.get('x-ratelimit-resource')).toBe(resource);
  expect(headers.get('x-ratelimit-limit')).toBe(limit);
});

it('tells the limits while one is used up, and counts nothing for that', async () => {
  const { clock, faults } = sandbox.sandbox;
  clock.freeze();
  const until = new Date(clock.now().getTime() + 90_000).toISOString();
  faults.set({ rateLimitedUntil: until });
  for (const path of ['/rate_limit', '/api/v3/rate_limit']) {
    for (let times = 0; times < 2; times += 1) {
      const answer = await fetch(`${sandbox.url}${path}`, {
        headers: { authorization: `Bearer ${sandbox.tokens.mel}` },
      });
      expect(answer.status).toBe(200);
      const { resources, rate } = (await answer.json()) as any;
      expect(resources.core).toEqual({
        limit: 5000,
        used: 5000,
        remaining: 0,
        reset: Math.ceil(Date.parse(until) / 1000),
        resource: 'core',
      });
      expect(rate).toEqual(resources.core);
      expect(resources.search.remaining).toBe(30);
    }
  }
  faults.clear();
  const { body } = await sandbox.call('GET /rate_limit', { as: 'mel' });
  expect(body.rate).toMatchObject({ used: 0, remaining: 5000 });
  clock.resume();
});

it('leaves the limits alone where only other paths are concerned', async () => {
  const { clock, faults } = sandbox.sandbox;
  const until = new Date(clock.now().getTime() + 60_000).toISOString();
  faults.set({ rateLimitedUntil: until, paths: ['/repos'] });
  const { body } = await sandbox.call('GET /rate_limit', { as: 'mel' });
  expect(body.rate.remaining).toBe(5000);
});

it('tells GraphQL in its own way, with the headers', async () => {
  const { clock, faults } = sandbox.sandbox;
  const until = new Date(clock.now().getTime() + 60_000).toISOString();
  faults.set({ rateLimitedUntil: until });
  const { status, headers, body } = await sandbox.call('POST /graphql', {
    as: 'mel',
    body: { query: '{ viewer { login } }' },
  });
  expect(status).toBe(200);
  expect(body.errors).toMatchObject([{ type: 'RATE_LIMITED' }]);
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(headers.get('x-ratelimit-resource')).toBe('graphql');
});

it('leaves other paths alone', async () => {
  sandbox.sandbox.faults.set({ badGatewayEvery: 1, paths: ['/repos/'] });
  expect((await sandbox.call('GET /zen')).status).toBe(200);
  expect((await sandbox.call('GET /repos/acme/shop')).status).toBe(502);
});
