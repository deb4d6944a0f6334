import { aSync } from '../__testUtils__/renderOrganisations';
import { intervalWords } from './intervalWords';
import { took } from './took';

it.each([
  [3_600_000, 'every hour'],
  [600_000, 'every 10 minutes'],
  [90_000, 'every 90 seconds'],
  [2 * 86_400_000, 'every 2 days'],
])('says an interval of %s ms', (everyMs, words) => {
  expect(intervalWords(everyMs)).toBe(words);
});

it.each([
  [410, '410 ms'],
  [3_240, '3.2 s'],
  [240_000, '4 min'],
])('says how long %s ms are', (ms, words) => {
  const startedAt = '2026-11-26T10:00:00.000Z';
  const endedAt = new Date(Date.parse(startedAt) + ms).toISOString();
  expect(took(aSync({ startedAt, endedAt }))).toBe(words);
});
