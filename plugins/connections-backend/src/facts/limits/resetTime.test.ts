import { resetTime } from './resetTime';

it.each([
  [1_795_687_200, '2026-11-26T10:00:00.000Z'],
  ['1795687200', '2026-11-26T10:00:00.000Z'],
  ['9999999999999', undefined],
  ['soon', undefined],
  [undefined, undefined],
])('reads when a limit starts anew: %s', (seconds, time) => {
  expect(resetTime(seconds)).toBe(time);
});
