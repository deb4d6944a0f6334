import { lengthOfTime } from './lengthOfTime';

it.each([
  [0, '0 ms'],
  [430.4, '430 ms'],
  [1_000, '1 s'],
  [3_240, '3.2 s'],
  [33_510, '34 s'],
  [60_000, '1 minute'],
  [14 * 60_000, '14 minutes'],
  [26 * 3_600_000, '1 day'],
  [50 * 3_600_000, '2 days'],
])('calls %d milliseconds %s', (ms, expected) => {
  expect(lengthOfTime(ms)).toBe(expected);
});
