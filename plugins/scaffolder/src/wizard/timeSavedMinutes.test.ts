import { timeSavedMinutes } from './timeSavedMinutes';

it.each([
  ['PT4H', 240],
  ['P1DT30M', 1470],
  ['PT90S', 1.5],
  ['soon', undefined],
  [undefined, undefined],
])('reads %s as %s minutes', (text, minutes) => {
  expect(
    timeSavedMinutes({
      metadata: { annotations: { 'backstage.io/time-saved': text } },
    } as never),
  ).toBe(minutes);
});
