import { readOutcome } from './readOutcome';

const read = (status: number, headers: Record<string, string> = {}) =>
  readOutcome({
    answer: { status, header: name => headers[name] },
    isBudgeted: true,
    expected: 'core',
    path: '/repos/acme/shop',
    points: undefined,
  });
const left = (remaining: number) => ({
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': `${remaining}`,
  'x-ratelimit-reset': '1767225600',
});

it.each<[string, ReturnType<typeof read>, number]>([
  ['what a limit refused', read(403, left(0)), 0],
  ['what was told to pause', read(403, { 'retry-after': '60' }), 0],
  ['429 without any reason', read(429, left(12)), 0],
  ['what there is no right to', read(403, left(12)), 1],
  ['what is not there', read(404, left(12)), 1],
  ['what is there', read(200, left(0)), 1],
  ['what has not changed', read(304, left(12)), 0],
])('counts what a request cost: %s', (_, outcome, cost) => {
  expect(outcome.cost).toBe(cost);
});

it('names the limit that the answer names', () => {
  const named = (name: string) =>
    read(200, { 'x-ratelimit-resource': name }).resource;
  expect([
    read(200).resource,
    named('graphql'),
    named('code_search'),
    named('integration_manifest'),
  ]).toEqual(['core', 'graphql', 'code_search', 'other']);
});
