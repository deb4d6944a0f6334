import { createClock } from '../core/createClock';
import { createBuckets } from './createBuckets';
import { createRateLimits } from './createRateLimits';

function frozenLimits() {
  const clock = createClock({ start: new Date('2026-03-01T10:00:00Z') });
  clock.freeze();
  return { clock, limits: createRateLimits({ clock }) };
}
const core = { resource: 'core', limit: 5000 } as const;

describe('the limit of an hour', () => {
  it('begins with the first request and is over an hour later', () => {
    const { clock, limits } = frozenLimits();
    const bucket = { key: 'user:1', ...core };
    const start = clock.now().getTime() / 1000;
    expect(limits.take(bucket).status).toEqual({
      limit: 5000,
      used: 1,
      remaining: 4999,
      reset: start + 3600,
      resource: 'core',
    });
    clock.advance({ ms: 59 * 60 * 1000 });
    expect(limits.take(bucket).status).toMatchObject({
      used: 2,
      reset: start + 3600,
    });
    clock.advance({ ms: 60 * 1000 });
    expect(limits.status(bucket)).toMatchObject({ used: 0, remaining: 5000 });
  });

  it('is exceeded by what does not fit any more, and that is not counted', () => {
    const { limits } = frozenLimits();
    const bucket = {
      key: 'ip:127.0.0.1',
      resource: 'core',
      limit: 60,
    } as const;
    expect(limits.take({ ...bucket, cost: 59 }).outcome).toBe('taken');
    expect(limits.take({ ...bucket, cost: 2 }).outcome).toBe('exceeded');
    expect(limits.take(bucket)).toMatchObject({
      outcome: 'taken',
      status: { used: 60, remaining: 0 },
    });
  });

  it('is counted for each caller and resource, and gives back', () => {
    const { limits } = frozenLimits();
    limits.take({ key: 'user:1', ...core, cost: 5 });
    limits.giveBack({ key: 'user:1', resource: 'core', cost: 2 });
    expect(limits.status({ key: 'user:1', ...core }).used).toBe(3);
    expect(limits.status({ key: 'user:2', ...core }).used).toBe(0);
    expect(
      limits.status({ key: 'user:1', resource: 'graphql', limit: 5000 }).used,
    ).toBe(0);
  });

  it('is a minute for searches', () => {
    const { clock, limits } = frozenLimits();
    const bucket = { key: 'user:1', resource: 'search', limit: 30 } as const;
    expect(limits.take({ ...bucket, cost: 30 }).outcome).toBe('taken');
    expect(limits.take(bucket).outcome).toBe('exceeded');
    clock.advance({ ms: 60_000 });
    expect(limits.take(bucket).outcome).toBe('taken');
  });
});

describe('the secondary limits', () => {
  const enterTimes = (
    limits: ReturnType<typeof createRateLimits>,
    times: number,
    more: { write: boolean; endpoint?: 'graphql' },
  ) =>
    Array.from({ length: times }, () => {
      const entry = limits.enter({ key: 'user:1', ...more });
      if (entry.outcome === 'entered') entry.release();
      return entry.outcome;
    }).filter(outcome => outcome === 'entered').length;

  it('let a hundred in at once', () => {
    const { limits } = frozenLimits();
    const entries = Array.from({ length: 101 }, () =>
      limits.enter({ key: 'user:1', write: false }),
    );
    expect(entries[99].outcome).toBe('entered');
    expect(entries[100]).toEqual({
      outcome: 'exceeded',
      retryAfterSeconds: 60,
    });
    const [first] = entries as Array<{ release: () => void }>;
    // Only once, however often it is said.
    first.release();
    first.release();
    expect(limits.enter({ key: 'user:1', write: false }).outcome).toBe(
      'entered',
    );
    expect(limits.enter({ key: 'user:1', write: false }).outcome).toBe(
      'exceeded',
    );
    expect(limits.enter({ key: 'user:2', write: false }).outcome).toBe(
      'entered',
    );
  });

  it('let 900 reads a minute through, and 2,000 of GraphQL', () => {
    const { clock, limits } = frozenLimits();
    expect(enterTimes(limits, 1000, { write: false })).toBe(900);
    expect(
      enterTimes(limits, 2100, { write: false, endpoint: 'graphql' }),
    ).toBe(2000);
    clock.advance({ ms: 20_000 });
    expect(limits.enter({ key: 'user:1', write: false })).toEqual({
      outcome: 'exceeded',
      retryAfterSeconds: 40,
    });
    clock.advance({ ms: 40_000 });
    expect(enterTimes(limits, 1, { write: false })).toBe(1);
  });

  it('let 80 changes a minute and 500 an hour through', () => {
    const { clock, limits } = frozenLimits();
    const perMinute = Array.from({ length: 8 }, () => {
      const through = enterTimes(limits, 100, { write: true });
      clock.advance({ ms: 60_000 });
      return through;
    });
    expect(perMinute).toEqual([80, 80, 80, 80, 80, 80, 20, 0]);
    expect(limits.enter({ key: 'user:1', write: true })).toEqual({
      outcome: 'exceeded',
      retryAfterSeconds: 3600 - 8 * 60,
    });
    // Reading goes on.
    expect(enterTimes(limits, 1, { write: false })).toBe(1);
  });
});

it('forgets callers when there are too many', () => {
  let now = 0;
  const buckets = createBuckets({ now: () => now, most: 3 });
  ['a', 'b', 'c'].forEach(name => buckets.add(name, 10, 1));
  buckets.add('d', 10, 1);
  expect(buckets.size()).toBe(3);
  expect(buckets.open('a', 10).used).toBe(0);
  expect(buckets.open('b', 10).used).toBe(1);
  now = 20;
  buckets.add('e', 10, 1);
  expect(buckets.size()).toBe(1);
});
