import { createGraphqlMeter } from './createGraphqlMeter';

const told = (used: number, reset = '100') => ({
  header: (name: string) =>
    ({ 'x-ratelimit-used': String(used), 'x-ratelimit-reset': reset }[name]),
});

it('tells the cost by what is used, where nothing else was under way', () => {
  const meter = createGraphqlMeter();
  const ask = (used: number, reset?: string) => {
    const request = meter.begin('a');
    const points = request.points(told(used, reset));
    request.end();
    request.end();
    return points;
  };
  expect(ask(10)).toBeUndefined();
  expect(ask(17)).toBe(7);
  // In the next window.
  expect(ask(3, '200')).toBeUndefined();
  expect(ask(5, '200')).toBe(2);

  const one = meter.begin('a');
  const other = meter.begin('a');
  expect(other.points(told(9, '200'))).toBeUndefined();
  expect(one.points(told(8, '200'))).toBeUndefined();
  one.end();
  other.end();
  expect(ask(12, '200')).toBe(3);
  expect(meter.begin('b').points({ header: () => undefined })).toBeUndefined();
});
