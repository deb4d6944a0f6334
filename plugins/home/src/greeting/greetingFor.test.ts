import { greetingFor } from './greetingFor';

describe('greetingFor', () => {
  it.each([
    [4, 'Good evening'],
    [5, 'Good morning'],
    [11, 'Good morning'],
    [12, 'Good afternoon'],
    [18, 'Good evening'],
  ])('at %s o’clock says %s', (hour, expected) => {
    expect(greetingFor(new Date(2026, 10, 22, hour))).toBe(expected);
  });
});
