import { relativeTime } from './relativeTime';

describe('relativeTime', () => {
  const now = new Date('2026-11-22T12:00:00Z');

  it.each([
    ['2026-11-22T11:59:31Z', 'just now'],
    ['2026-11-22T12:00:05Z', 'just now'],
    ['2026-11-22T11:58:30Z', '1 minute ago'],
    ['2026-11-22T09:59:00Z', '2 hours ago'],
    ['2026-11-21T11:00:00Z', 'yesterday'],
    ['2026-09-01T12:00:00Z', '2 months ago'],
    ['2024-11-01T12:00:00Z', '2 years ago'],
  ])('calls %s %s', (at, expected) => {
    expect(relativeTime({ at: new Date(at), now, locale: 'en' })).toBe(
      expected,
    );
  });
});
