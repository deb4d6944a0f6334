import { durationWords } from './durationWords';

it.each([
  [-5, '0.0 s'],
  [999, '0.9 s'],
  [12_400, '12 s'],
  [64_000, '1 min 4 s'],
  [7_380_000, '2 h 3 min'],
])('calls %d ms %s', (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});
