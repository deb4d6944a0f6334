import { judgeError } from './judgeError';

const now = new Date('2026-11-26T10:00:00.000Z');
const judge = (error: unknown) => judgeError({ error, now });
const failure = (
  status: number,
  headers: Record<string, string | number> = {},
  message = 'No',
) => Object.assign(new Error(message), { status, response: { headers } });

it.each<[string, unknown, string]>([
  [
    'the budget',
    Object.assign(new Error('No'), {
      cause: Object.assign(
        new Error(
          'Did not send POST /x to github.com: GitHub allows 80 changes a minute and 500 an hour. Try again after 2026-11-26T10:05:00.000Z',
        ),
        {
          ...{ code: 'GITHUB_BUDGET', until: '2026-11-26T10:05:00.000Z' },
          reason: 'GitHub allows 80 changes a minute and 500 an hour',
        },
      ),
    }),
    '2026-11-26T10:05:00.000Z',
  ],
  [
    'a secondary limit',
    failure(403, { 'retry-after': '90' }),
    '2026-11-26T10:01:30.000Z',
  ],
  [
    'a limit that is used up',
    failure(403, {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${now.getTime() / 1000 + 600}`,
    }),
    '2026-11-26T10:10:00.000Z',
  ],
  [
    'a limit that only its words tell of',
    failure(403, {}, 'You have exceeded a secondary rate limit'),
    '2026-11-26T10:01:00.000Z',
  ],
  [
    'a limit that is over by our clock',
    failure(429, {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${now.getTime() / 1000 - 600}`,
    }),
    '2026-11-26T10:00:01.000Z',
  ],
])('waits for %s', (_, error, until) => {
  expect(judge(error)).toEqual({
    outcome: 'wait',
    until: new Date(until),
    reason: expect.stringMatching(/^GitHub /),
  });
});

it('says which rights may be missing', () => {
  expect(judge(failure(403))).toEqual({
    outcome: 'failed',
    message: expect.stringContaining('contents and pull requests, write'),
  });
});

it('takes what happens once for once', () => {
  expect(judge(failure(422, {}, 'Reference exists'))).toEqual({
    ...{ outcome: 'failed', message: 'Reference exists' },
  });
  expect(judge('odd')).toEqual({ outcome: 'failed', message: 'odd' });
});
