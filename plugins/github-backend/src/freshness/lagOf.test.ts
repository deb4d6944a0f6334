import { lagOf } from './lagOf';

it('has nothing to say of nothing', () => {
  expect(lagOf({ lagsMs: [] })).toBeUndefined();
});

it('takes lags that there were, not ones between them', () => {
  expect(lagOf({ lagsMs: [900] })).toEqual({ p50: 900, p99: 900, samples: 1 });
  expect(lagOf({ lagsMs: [400, 100, 900, 300] })).toEqual({
    p50: 300,
    p99: 900,
    samples: 4,
  });
  const many = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(lagOf({ lagsMs: many })).toEqual({ p50: 100, p99: 198, samples: 200 });
});

it('counts what seems to come before its time as none', () => {
  expect(lagOf({ lagsMs: [-40, -3, 7] })).toEqual({
    p50: 0,
    p99: 7,
    samples: 3,
  });
});
