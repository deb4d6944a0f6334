import { isMutation } from './isMutation';
import { judgeFailure } from './judgeFailure';

const judge = (
  status: number,
  headers: Record<string, string> = {},
  message = '',
) =>
  judgeFailure({
    failure: { status, response: { headers, data: { message } } },
    cause: undefined,
  });
const LIMITED = { outcome: 'limited', isUntold: false };

it('knows limits from rights', () => {
  expect(judge(403, {}, 'Resource not accessible by integration')).toEqual({
    outcome: 'final',
  });
  expect(judge(403, { 'retry-after': '60' })).toEqual(LIMITED);
  expect(judge(403, { 'x-ratelimit-remaining': '0' })).toEqual(LIMITED);
  expect(judge(429)).toEqual(LIMITED);
  expect(
    judge(
      403,
      { 'x-ratelimit-remaining': '10' },
      'You have exceeded a secondary rate limit.',
    ),
  ).toEqual({ outcome: 'limited', isUntold: true });
});

it('knows what may be better in a while', () => {
  expect(judge(502)).toEqual({ outcome: 'transient', isUnsent: false });
  expect(judge(503, { 'retry-after': '7' })).toMatchObject({
    retryAfterMs: 7_000,
  });
  expect([400, 401, 404, 422, 501].map(status => judge(status))).toEqual(
    Array(5).fill({ outcome: 'final' }),
  );
});

it.each([
  [
    'refused at every address',
    { cause: { errors: [{ code: 'ECONNREFUSED' }, { code: 'EHOSTUNREACH' }] } },
    true,
  ],
  ['a name that is not known', { code: 'ENOTFOUND' }, true],
  ['reset', { cause: { code: 'ECONNRESET' } }, false],
  [
    'one of several reset',
    { errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET' }] },
    false,
  ],
  ['without a code', new Error('?'), false],
  ['nothing', undefined, false],
])('knows whether anything was sent: %s', (_name, cause, isUnsent) => {
  expect(judgeFailure({ failure: { status: 500 }, cause })).toEqual({
    outcome: 'transient',
    isUnsent,
  });
});

it.each([
  ['query { viewer { login } }', false],
  ['{ viewer { login } }', false],
  ['mutation M { addStar { id } }', true],
  ['# mutation\nquery { a(text: "mutation \\" {") }', false],
  ['query { a(text: """ "mutation" """) }', false],
  ['query A { a } mutation B { b }', true],
])('knows what a document does: %s', (query, expected) => {
  expect(isMutation(query)).toBe(expected);
});
