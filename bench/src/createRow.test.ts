import { createRow } from './createRow';

describe('createRow', () => {
  it('has a ratio above 1 when Callboard needs less', () => {
    expect(
      createRow({ name: 'boot', unit: 'ms', stock: 9000, callboard: 4500 }),
    ).toEqual({
      name: 'boot',
      unit: 'ms',
      values: { stock: 9000, callboard: 4500 },
      ratio: 2,
    });
  });

  it('has a ratio below 1 when Callboard needs more', () => {
    const row = createRow({
      name: 'm',
      unit: 'MB',
      stock: 200,
      callboard: 400,
    });
    expect(row.ratio).toBe(0.5);
  });

  it('turns the ratio round where more is better', () => {
    const row = createRow({
      name: 'throughput',
      unit: '1/s',
      better: 'more',
      stock: 100,
      callboard: 250,
    });
    expect(row.ratio).toBe(2.5);
  });

  it('has no ratio where a value is 0', () => {
    const row = createRow({ name: 'r', unit: '', stock: 3, callboard: 0 });
    expect(row.ratio).toBeNull();
  });

  it('rounds small values to three digits and large ones to whole numbers', () => {
    const row = createRow({
      name: 'r',
      unit: 's',
      stock: 12.3456,
      callboard: 1234.56,
    });
    expect([row.values.stock, row.values.callboard]).toEqual([12.3, 1235]);
  });
});
