import { readOpenApi } from './readOpenApi';

jest.setTimeout(120_000);

it('finds what is missing and of a wrong type', async () => {
  const openApi = await readOpenApi();
  const rate = { limit: 60, remaining: 60, reset: 1, used: 0 };
  const resources = { core: rate, search: rate };
  expect(
    openApi.checkAnswer({
      route: 'GET /rate_limit',
      status: 200,
      body: { resources, rate },
    }),
  ).toEqual([]);
  expect(
    openApi.checkAnswer({
      route: 'GET /rate_limit',
      status: 200,
      body: { resources: { core: rate }, rate: { ...rate, used: 'none' } },
    }),
  ).toEqual([
    expect.stringContaining("must have required property 'search'"),
    expect.stringContaining('/rate/used must be integer'),
  ]);
});

it('takes null where the description allows it', async () => {
  const openApi = await readOpenApi();
  const emoji = { route: 'GET /emojis', status: 200, body: { a: null } };
  expect(openApi.checkAnswer(emoji)).toHaveLength(1);
  expect(
    openApi.checkAnswer({
      route: 'GET /repos/{owner}/{repo}/subscription',
      status: 200,
      body: {
        subscribed: true,
        ignored: false,
        reason: null,
        created_at: '2026-01-01T00:00:00Z',
        url: 'https://api.github.com/x',
        repository_url: 'https://api.github.com/y',
      },
    }),
  ).toEqual([]);
});

it('knows routes and webhooks', async () => {
  const openApi = await readOpenApi();
  expect(openApi.routes).toContain('GET /repos/{owner}/{repo}');
  expect(openApi.routes.length).toBeGreaterThan(1000);
  expect(
    openApi.checkAnswer({ route: 'GET /nowhere', status: 200, body: {} }),
  ).toEqual(["GET /nowhere is not a route of GitHub's"]);
  expect(openApi.checkWebhook({ event: 'push', payload: {} })).toContainEqual(
    expect.stringContaining("must have required property 'commits'"),
  );
});
