import { matchesRange } from './matchesRange';

it.each([
  ['5', 5, true],
  ['5', 6, false],
  ['>5', 6, true],
  ['>5', 5, false],
  ['>=5', 5, true],
  ['<5', 4, true],
  ['<=5', 6, false],
  ['1..5', 5, true],
  ['1..5', 6, false],
  ['*..5', 1, true],
  ['5..*', 4, false],
  ['2026-01-02', '2026-01-02T10:00:00Z', true],
  ['>2026-01-02', '2026-01-02T10:00:00Z', false],
  ['>=2026-01-02', '2026-01-02T10:00:00Z', true],
  ['2026-01-01..2026-01-02', '2026-01-02T23:59:59Z', true],
  ['<2026-01-02', '2026-01-01T23:59:59Z', true],
  ['<2026-01-02', null, false],
])('%s against %s', (range, actual, expected) => {
  expect(matchesRange({ range, actual })).toBe(expected);
});
