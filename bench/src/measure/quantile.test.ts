import { quantile } from './quantile';

describe('quantile', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is the value that the share does not exceed', () => {
    expect(quantile({ values, share: 0.99 })).toBe(99);
    expect(quantile({ values, share: 0.5 })).toBe(50);
    expect(quantile({ values, share: 1 })).toBe(100);
  });

  it('is the largest of a few', () => {
    expect(quantile({ values: [3, 9, 1], share: 0.99 })).toBe(9);
  });

  it('refuses an empty list', () => {
    expect(() => quantile({ values: [], share: 0.5 })).toThrow('nothing');
  });
});
