import { atArrival } from './atArrival';

const at = (happenedAt: string, arrivedAt: string) =>
  atArrival({ happenedAt, arrivedAt: new Date(arrivedAt) });

it.each([
  ['2026-11-26T10:00:05.000Z', '2026-11-26T10:00:05.640Z', true],
  ['2026-11-26T10:00:05.000Z', '2026-11-26T10:00:06.000Z', false],
  ['2026-11-26T10:00:05.000Z', '2026-11-26T10:00:04.999Z', false],
  ['2026-11-26T10:00:05.100Z', '2026-11-26T10:00:05.640Z', false],
])('of %s and the arrival at %s', (happenedAt, arrivedAt, isArrival) => {
  expect(at(happenedAt, arrivedAt)).toBe(isArrival ? arrivedAt : happenedAt);
});
