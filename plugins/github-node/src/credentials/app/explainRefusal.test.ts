import { explainRefusal, type RefusingAnswer } from './explainRefusal';

const explain = (
  answer: Omit<RefusingAnswer, 'header'>,
  headers: Record<string, string> = {},
) =>
  explainRefusal({
    answer: { ...answer, header: name => headers[name] },
    appId: 7,
    apiBaseUrl: 'https://api.github.com',
  });

it.each<[string, Parameters<typeof explain>, string | undefined]>([
  [
    'another GitHub',
    [{ status: 404, message: 'Integration not found' }],
    'app-unknown',
  ],
  [
    'the clock',
    [{ status: 401, message: "'Issued at' claim ('iat') must be an Integer" }],
    'clock-skew',
  ],
  ['another key', [{ status: 401, message: 'Bad' }], 'key-invalid'],
  ['a server in trouble', [{ status: 502, message: '' }], 'unreachable'],
  ['a page', [{ status: 200 }], 'unreachable'],
  ['something else', [{ status: 404, message: 'Not Found' }], undefined],
  ['nothing wrong', [{ status: 200, message: '' }], undefined],
])('says what is wrong by status, message and head: %s', (_, args, code) => {
  expect(explain(...args)?.code).toBe(code);
});

it('says until when a limit is used up', () => {
  expect(
    explain(
      { status: 403, message: '' },
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1767225600',
      },
    ),
  ).toEqual({
    code: 'unreachable',
    reason:
      "GitHub's rate limit of App 7 is used up until 2026-01-01T00:00:00.000Z.",
  });
});
