import { nextScheduledTime } from './nextScheduledTime';

describe('nextScheduledTime', () => {
  const after = new Date('2026-11-26T04:58:40Z'); // A Thursday.

  it.each([
    ['*/15 * * * *', '2026-11-26T05:00:00.000Z'],
    ['58 4 * * *', '2026-11-27T04:58:00.000Z'],
    ['59 4 * * *', '2026-11-26T04:59:00.000Z'],
    ['30 5 * * 1,3', '2026-11-30T05:30:00.000Z'],
    ['0 0 * * 7', '2026-11-29T00:00:00.000Z'],
    ['0 0 1 JAN *', '2027-01-01T00:00:00.000Z'],
    ['0 9-17/4 * * MON-FRI', '2026-11-26T09:00:00.000Z'],
    ['0 0 29 2 *', '2028-02-29T00:00:00.000Z'],
    ['0 0 1 * 5', '2026-11-27T00:00:00.000Z'],
  ])('%s', (cron, expected) => {
    expect(nextScheduledTime({ cron, after })?.toISOString()).toBe(expected);
  });

  it.each(['0 0 31 2 *', '60 * * * *', '* * * *', 'a * * * *', '5-1 * * * *'])(
    'is never: %s',
    cron => {
      expect(nextScheduledTime({ cron, after })).toBeUndefined();
    },
  );
});
