import type { Lane, Obstacle } from './Account';
import { createSlidingCount } from './createSlidingCount';
import type { BudgetRequest } from './RequestBudget';

const MINUTE = 60_000;
/** GitHub allows 100 at once, to everybody who uses the credential. */
const AT_ONCE = { all: 80, background: 60 };
const POINTS_A_MINUTE = { rest: 900, graphql: 2000 };
const POINTS = { read: 1, write: 5 };
const CREATIONS = { aMinute: 80, anHour: 500 };
/** Between two changes, as GitHub's best practices ask; nobody waits for those of background tasks. */
const BETWEEN_WRITES_MS = 1_000;

/**
 * GitHub's secondary limits, kept before GitHub has to.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits,
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
export function createSecondaryLimits(options: { now: () => number }) {
  const { now } = options;
  const count = (most: number, windowMs: number) =>
    createSlidingCount({ now, windowMs, most });
  const points = {
    rest: count(POINTS_A_MINUTE.rest, MINUTE),
    graphql: count(POINTS_A_MINUTE.graphql, MINUTE),
  };
  const creations = [
    count(CREATIONS.aMinute, MINUTE),
    count(CREATIONS.anHour, 60 * MINUTE),
  ];
  const running = { all: 0, background: 0 };
  let lastWrite = -Infinity;
  /** An Enterprise Server has no limits unless it was told to. */
  let isLimited = true;

  return {
    apply(limited: boolean): void {
      isLimited = limited;
    },
    lanesOf(request: BudgetRequest): Lane[] {
      const { priority } = request;
      const { endpoint, isWrite } = costOf(request);
      return [
        'account',
        `points ${endpoint}`,
        ...(priority === 'background' ? (['background'] as const) : []),
        ...(isWrite ? (['creations'] as const) : []),
        ...(isWrite && priority === 'background' ? (['writes'] as const) : []),
      ];
    },
    obstaclesTo(request: BudgetRequest): Obstacle[] {
      const { priority } = request;
      const { endpoint, isWrite, amount } = costOf(request);
      const time = now();
      const found: Obstacle[] = [];
      const meet = (lane: Lane, until: number, reason: string) => {
        if (until > time) found.push({ lane, until, reason });
      };
      if (running.all >= AT_ONCE.all) {
        found.push({
          lane: 'account',
          reason: `${running.all} requests are under way`,
        });
      }
      if (
        priority === 'background' &&
        running.background >= AT_ONCE.background
      ) {
        found.push({
          lane: 'background',
          reason: `${running.background} requests of background tasks are under way`,
        });
      }
      if (isLimited) {
        meet(
          `points ${endpoint}`,
          points[endpoint].freeAt(amount),
          `GitHub allows ${POINTS_A_MINUTE[endpoint]} points a minute`,
        );
        if (isWrite) {
          meet(
            'creations',
            Math.max(...creations.map(counter => counter.freeAt(1))),
            `GitHub allows ${CREATIONS.aMinute} changes a minute and ${CREATIONS.anHour} an hour`,
          );
        }
        if (isWrite && priority === 'background') {
          meet(
            'writes',
            lastWrite + BETWEEN_WRITES_MS,
            'background tasks change one thing a second',
          );
        }
      }
      return found;
    },
    /** It goes; the result is called once it has been answered. */
    enter(request: BudgetRequest): () => void {
      const { priority } = request;
      const { endpoint, isWrite, amount } = costOf(request);
      const entered = [
        points[endpoint].enter(amount),
        ...(isWrite ? creations.map(counter => counter.enter(1)) : []),
      ];
      running.all += 1;
      if (priority === 'background') running.background += 1;
      if (isWrite) lastWrite = now();
      return () => {
        entered.forEach(entry => entry.leave());
        running.all -= 1;
        if (priority === 'background') running.background -= 1;
      };
    },
  };
}

function costOf(request: BudgetRequest) {
  const { method, resource, mutates } = request;
  const endpoint = resource === 'graphql' ? 'graphql' : 'rest';
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase());
  const isWrite = mutates ?? (endpoint === 'rest' && !reads);
  return {
    endpoint,
    isWrite,
    amount: isWrite ? POINTS.write : POINTS.read,
  } as const;
}
