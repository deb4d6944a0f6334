import type { RateResource } from '../trace/TraceEntry';
import type { Account, Lane, Obstacle } from './Account';
import { createPrimaryLimit, type PrimaryLimit } from './createPrimaryLimit';
import { createSecondaryLimits } from './createSecondaryLimits';
import { createSecondaryPause } from './createSecondaryPause';
import { readAnswer } from './readAnswer';
import type { BudgetRequest } from './RequestBudget';

/** Documented limits, for as long as no answer has told any. An hour's; of searches a minute's. */
const ASSUMED: Record<RateResource, { known: number; anonymous: number }> = {
  core: { known: 5000, anonymous: 60 },
  graphql: { known: 5000, anonymous: 60 },
  search: { known: 30, anonymous: 10 },
  code_search: { known: 10, anonymous: 10 },
  other: { known: Infinity, anonymous: Infinity },
};

/** See `Account`. `reserve`: the share of each primary limit that is kept for people. */
export function createAccount(options: {
  now: () => number;
  reserve: number;
  anonymous: boolean;
}): Account {
  const { now, reserve: share, anonymous } = options;
  const limits = new Map<RateResource, PrimaryLimit>();
  const secondary = createSecondaryLimits({ now });
  const pause = createSecondaryPause({ now });

  function limitOf(resource: RateResource): PrimaryLimit {
    const assumed = ASSUMED[resource][anonymous ? 'anonymous' : 'known'];
    const limit = limits.get(resource) ?? createPrimaryLimit({ now, assumed });
    limits.set(resource, limit);
    return limit;
  }

  function primaryObstacle(request: BudgetRequest): Obstacle[] {
    const { resource, priority } = request;
    if (resource === 'other') return [];
    const limit = limitOf(resource);
    const reserve = priority === 'person' ? 0 : limit.reserveOf(share);
    const found = limit.obstacle({ reserve });
    if (!found) return [];
    return [
      {
        lane: `limit ${resource}`,
        until: found.until,
        reason: found.isReserve
          ? `what is left of the limit of ${resource} requests is under way or kept for people`
          : `the limit of ${resource} requests is used up`,
      },
    ];
  }

  return {
    lanesOf: request => [
      ...secondary.lanesOf(request),
      ...(request.resource === 'other'
        ? []
        : [`limit ${request.resource}` satisfies Lane]),
    ],
    obstaclesTo(request) {
      const until = pause.until();
      return [
        ...(until
          ? [{ lane: 'account' as const, until, reason: pause.reason()! }]
          : []),
        ...secondary.obstaclesTo(request),
        ...primaryObstacle(request),
      ];
    },
    enter(request) {
      const { resource } = request;
      if (request.isFree) {
        return answer => {
          const read = answer && readAnswer({ answer, expected: resource });
          if (read?.told && read.resource) {
            limitOf(read.resource).learn(read.told);
          }
        };
      }
      const leftAt = now();
      const leave = secondary.enter(request);
      const limit = limitOf(resource);
      limit.enter();
      let isOver = false;
      return answer => {
        if (isOver) return;
        isOver = true;
        leave();
        if (!answer) {
          limit.leave({ came: false });
          return;
        }
        const read = readAnswer({ answer, expected: resource });
        limit.leave({
          came: true,
          ...(read.resource === resource && { told: read.told }),
        });
        if (read.told && read.resource && read.resource !== resource) {
          limitOf(read.resource).learn(read.told);
        }
        if (read.retryAfterMs !== undefined) pause.ask(read.retryAfterMs);
        else if (read.isUnexplained) pause.penalise();
        if (answer.status < 400) pause.recover(leftAt);
        if (answer.status < 300 && resource !== 'other') {
          const isLimited = answer.header('x-ratelimit-limit') !== undefined;
          secondary.apply(isLimited);
          if (!isLimited) limit.lift();
        }
      };
    },
    penalise: pause.penalise,
    isIdle: () =>
      pause.until() === undefined &&
      [...limits.values()].every(limit => limit.state().inFlight === 0),
    resources: () =>
      [...limits].map(([resource, limit]) => ({
        resource,
        ...limit.state(),
        reserve: resource === 'other' ? 0 : limit.reserveOf(share),
      })),
    pause() {
      const until = pause.until();
      return until ? { until, reason: pause.reason()! } : undefined;
    },
  };
}
