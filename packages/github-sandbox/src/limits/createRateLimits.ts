import type { Clock } from '../core/Clock';
import type { RateLimits, RateResource } from '../core/limits/RateLimits';
import { createBuckets } from './createBuckets';
import { createSecondaryLimits } from './createSecondaryLimits';

/** Windows in seconds: an hour, for searches a minute. */
function windowOf(resource: RateResource): number {
  return resource === 'search' || resource === 'code_search' ? 60 : 3600;
}

/**
 * Counts in windows that begin with a caller's first request, as GitHub does.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function createRateLimits(options: { clock: Clock }): RateLimits {
  const now = () => Math.floor(options.clock.now().getTime() / 1000);
  const buckets = createBuckets({ now });

  const statusOf: RateLimits['status'] = ({ key, resource, limit }) => {
    const { used, reset } = buckets.open(
      `${key} ${resource}`,
      windowOf(resource),
    );
    return {
      limit,
      used,
      remaining: Math.max(0, limit - used),
      reset,
      resource,
    };
  };

  return {
    status: statusOf,
    take({ key, resource, limit, cost = 1 }) {
      const before = statusOf({ key, resource, limit });
      if (before.used + cost > limit) {
        return { outcome: 'exceeded', status: before };
      }
      buckets.add(`${key} ${resource}`, windowOf(resource), cost);
      return { outcome: 'taken', status: statusOf({ key, resource, limit }) };
    },
    giveBack({ key, resource, cost = 1 }) {
      buckets.add(`${key} ${resource}`, windowOf(resource), -cost);
    },
    enter: createSecondaryLimits({ now }),
  };
}
