import { relativeTime } from './relativeTime';

describe('relativeTime', () => {
  const now = new Date('2026-11-22T12:00:00Z');

  it.each([
    ['2026-11-22T11:59:58Z', 'just now'],
    ['2026-11-22T11:59:40Z', '20 seconds ago'],
    ['2026-11-22T11:58:30Z', '1 minute ago'],
    ['2026-11-21T11:00:00Z', 'yesterday'],
    ['2026-11-22T12:23:30Z', 'in 23 minutes'],
    ['2027-02-22T12:00:00Z', 'in 92 days'],
    ['2027-03-22T12:00:00Z', 'in 4 months'],
    ['nonsense', 'at an unknown time'],
  ])('calls %s %s', (at, expected) => {
    expect(relativeTime({ at: new Date(at), now, locale: 'en' })).toBe(
      expected,
    );
  });
});
