import { tookTime } from './tookTime';

describe('tookTime', () => {
  const from = '2026-11-26T10:00:00Z';

  it.each([
    ['2026-11-26T10:00:08Z', '8 s'],
    ['2026-11-26T10:02:13Z', '2 m 13 s'],
    ['2026-11-26T11:04:59Z', '1 h 4 m'],
    ['2026-11-26T09:00:00Z', undefined],
    ['nonsense', undefined],
    [null, undefined],
  ])('until %s is %s', (to, expected) => {
    expect(tookTime({ from, to })).toBe(expected);
  });

  it('counts to now what is under way, and nothing that has not begun', () => {
    const now = new Date('2026-11-26T10:00:30Z');
    expect(tookTime({ from, to: null, now })).toBe('30 s');
    expect(tookTime({ from: null, to: null, now })).toBeUndefined();
  });
});
