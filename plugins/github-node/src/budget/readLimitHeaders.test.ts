import { readLimitHeaders } from './readLimitHeaders';

const read = (headers: Record<string, string>) =>
  readLimitHeaders(name => headers[name]);

it('reads what GitHub says', () => {
  expect(
    read({
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1767225600',
      'retry-after': '60',
    }),
  ).toEqual({
    limit: 5000,
    remaining: 0,
    resetAt: Date.parse('2026-01-01T00:00:00Z'),
    retryAfterMs: 60_000,
  });
  expect(read({})).toEqual({});
});

it('takes nothing from whoever says something else', () => {
  expect(
    read({
      'x-ratelimit-limit': '99999999999999999999',
      'x-ratelimit-remaining': '-1',
      'x-ratelimit-reset': '9999999999999',
      'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT',
    }),
  ).toEqual({});
  expect(read({ 'retry-after': '9'.repeat(400) })).toEqual({
    retryAfterMs: 3_600_000,
  });
});
