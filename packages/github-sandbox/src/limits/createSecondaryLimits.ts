import type { RateLimits } from '../core/limits/RateLimits';
import { createBuckets } from './createBuckets';

/**
 * GitHub's secondary limits. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const MOST_AT_ONCE = 100;
const POINTS_A_MINUTE = { rest: 900, graphql: 2000 };
const POINTS = { read: 1, write: 5 };
const CREATIONS = [
  { name: 'minute', windowSeconds: 60, most: 80 },
  { name: 'hour', windowSeconds: 3600, most: 500 },
];
/** What GitHub advises where it says nothing better. */
const PAUSE_S = 60;

/** More than 100 requests at once, 900 points a minute (a read is one, a change five), 80 changes a minute, 500 an hour: for each caller. */
export function createSecondaryLimits(options: {
  /** Seconds since the epoch. */
  now: () => number;
}): RateLimits['enter'] {
  const { now } = options;
  const buckets = createBuckets({ now });
  const running = new Map<string, number>();

  return ({ key, write, endpoint = 'rest' }) => {
    const counters = [
      {
        name: `${key} points ${endpoint}`,
        windowSeconds: 60,
        most: POINTS_A_MINUTE[endpoint],
        amount: write ? POINTS.write : POINTS.read,
      },
      ...(write
        ? CREATIONS.map(({ name, ...rest }) => ({
            name: `${key} ${name}`,
            ...rest,
            amount: 1,
          }))
        : []),
    ];
    const waits = counters
      .map(counter => ({
        ...counter,
        ...buckets.open(counter.name, counter.windowSeconds),
      }))
      .filter(({ used, amount, most }) => used + amount > most)
      .map(({ reset }) => reset - now());
    if (waits.length > 0) {
      return { outcome: 'exceeded', retryAfterSeconds: Math.max(...waits) };
    }
    const count = running.get(key) ?? 0;
    if (count >= MOST_AT_ONCE) {
      return { outcome: 'exceeded', retryAfterSeconds: PAUSE_S };
    }

    counters.forEach(({ name, windowSeconds, amount }) =>
      buckets.add(name, windowSeconds, amount),
    );
    running.set(key, count + 1);
    let isOver = false;
    return {
      outcome: 'entered',
      release() {
        if (isOver) return;
        isOver = true;
        const left = (running.get(key) ?? 1) - 1;
        if (left > 0) running.set(key, left);
        else running.delete(key);
      },
    };
  };
}
