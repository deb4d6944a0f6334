import type { RateResource } from '../trace/TraceEntry';
import type { Account, Lane, Obstacle } from './Account';
import { PATIENCE_MS } from './patience';
import type { BudgetOutcome, BudgetRequest } from './RequestBudget';
import type { Timers } from './Timers';

/** What node's timers take at most. */
const LONGEST_MS = 2 ** 31 - 1;

interface Waiting {
  request: BudgetRequest;
  since: number;
  deadline: number;
  settle(outcome: BudgetOutcome): void;
}

/**
 * Holds requests back until the account lets them go: people first, then in the order in which they came. One that waits for something
 * does not hold up those that do not need it, and is not overtaken by those that do.
 */
export function createAccountQueue(options: {
  account: Account;
  now: () => number;
  timers: Timers;
}) {
  const { account, now, timers } = options;
  const queues = {
    person: new Set<Waiting>(),
    background: new Set<Waiting>(),
  };
  let wake: { at: number; timer: ReturnType<Timers['setTimeout']> } | undefined;

  function grant({ request, since, settle }: Waiting) {
    const leave = account.enter(request);
    settle({
      outcome: 'granted',
      waitedMs: Math.max(0, now() - since),
      done(answer) {
        leave(answer);
        pump();
      },
    });
  }

  function refuse(waiting: Waiting, obstacles: Obstacle[]) {
    const latest = obstacles.reduce((one, other) =>
      (other.until ?? 0) > (one.until ?? 0) ? other : one,
    );
    waiting.settle({
      outcome: 'refused',
      until: new Date(latest.until ?? now() + 1_000).toISOString(),
      reason: latest.reason,
    });
  }

  /** Comes back when time alone has removed obstacles; answers call `pump` themselves. */
  function wakeAt(at: number) {
    if (wake && wake.at <= at) return;
    if (wake) timers.clearTimeout(wake.timer);
    const timer = timers.setTimeout(() => {
      wake = undefined;
      pump();
    }, Math.min(Math.max(1, at - now()), LONGEST_MS));
    timer.unref?.();
    wake = { at, timer };
  }

  /** Waits, or refuses what would wait too long. */
  function hold(waiting: Waiting, obstacles: Obstacle[]): void {
    const until = Math.max(0, ...obstacles.map(found => found.until ?? 0));
    if (until > waiting.deadline) refuse(waiting, obstacles);
    else if (until > 0) wakeAt(until);
  }

  function pump() {
    const blocked = new Set<Lane>();
    for (const queue of [queues.person, queues.background]) {
      for (const waiting of queue) {
        // Nobody can go, and those that wait have a timer of their own for the end of their patience.
        if (blocked.has('account')) return;
        if (queue === queues.background && blocked.has('background')) return;
        const { request } = waiting;
        const obstacles = account.obstaclesTo(request);
        obstacles.forEach(({ lane }) => blocked.add(lane));
        if (obstacles.length > 0) hold(waiting, obstacles);
        else if (!account.lanesOf(request).some(lane => blocked.has(lane))) {
          grant(waiting);
        }
      }
    }
  }

  return {
    acquire(request: BudgetRequest): Promise<BudgetOutcome> {
      const { signal, priority, patienceMs = PATIENCE_MS[priority] } = request;
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        if (request.isFree) {
          grant({
            request,
            since: now(),
            deadline: Infinity,
            settle: resolve,
          });
          return;
        }
        const queue = queues[priority];
        const since = now();
        const timer: { patience?: ReturnType<Timers['setTimeout']> } = {};
        const waiting: Waiting = {
          request,
          since,
          deadline: since + patienceMs,
          settle(outcome) {
            leave();
            resolve(outcome);
          },
        };
        function leave() {
          queue.delete(waiting);
          timers.clearTimeout(timer.patience);
          signal?.removeEventListener('abort', onAbort);
        }
        function onAbort() {
          leave();
          reject(signal!.reason);
          pump();
        }
        const isFirst = queues.person.size + queues.background.size === 0;
        queue.add(waiting);
        const obstacles = account.obstaclesTo(request);
        if (obstacles.length > 0) hold(waiting, obstacles);
        else if (isFirst) grant(waiting);
        else pump();
        if (!queue.has(waiting)) return;

        signal?.addEventListener('abort', onAbort, { once: true });
        timer.patience = timers.setTimeout(() => {
          const found = account.obstaclesTo(request);
          refuse(
            waiting,
            found.length > 0
              ? found
              : [{ lane: 'account', reason: 'too many requests are waiting' }],
          );
        }, Math.min(patienceMs, LONGEST_MS));
        timer.patience.unref?.();
      });
    },
    isEmpty: () => queues.person.size + queues.background.size === 0,
    waiting(resource: RateResource) {
      const count = (queue: Set<Waiting>) =>
        [...queue].filter(({ request }) => request.resource === resource)
          .length;
      return {
        person: count(queues.person),
        background: count(queues.background),
      };
    },
  };
}
