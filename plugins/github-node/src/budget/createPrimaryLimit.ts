import { LONGEST_LIMIT_MS } from './readLimitHeaders';

/** How far apart two reset times of one window may seem: `date` has whole seconds, and answers take a while. */
const SAME_WINDOW_MS = 5_000;
/** After the reset that GitHub names, so that its window is over for certain. */
const AFTER_RESET_MS = 1_000;

export interface ToldLimit {
  limit: number;
  remaining: number;
  /** By GitHub's clock, in milliseconds since the epoch. */
  resetAt: number;
  /** What GitHub's clock showed with the answer; undefined when it did not say. */
  date?: number;
}

/** What is left of one limit of one account, as GitHub's answers tell it, less what is under way. */
export interface PrimaryLimit {
  enter(): void;
  /** The answer is there, or none will come. `told`: what it said of this limit. */
  leave(answer: { told?: ToldLimit; came: boolean }): void;
  /** That nothing is left holds until the reset that is named with it, even where other answers speak of more in a window that ends later. */
  learn(told: ToldLimit): void;
  /** Answers do not mention a limit: there is none, as on an Enterprise Server that was not told to have one. */
  lift(): void;
  /** Why not now; undefined when a request may go. Without `until` it depends on answers that are under way. */
  obstacle(options: {
    reserve: number;
  }): { until?: number; isReserve: boolean } | undefined;
  reserveOf(share: number): number;
  state(): {
    limit?: number;
    remaining?: number;
    resetAt?: number;
    inFlight: number;
  };
}

/**
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api. Until the first answer, one request alone goes ahead,
 * since nobody knows what another process has left. `assumed`: the documented limit, where answers say nothing.
 */
export function createPrimaryLimit(options: {
  now: () => number;
  assumed: number;
}): PrimaryLimit {
  const { now, assumed } = options;
  let known: { limit: number; remaining: number; resetAt?: number } | undefined;
  let isProbed = false;
  let isLifted = false;
  let inFlight = 0;
  let usedUpUntil = 0;

  function rollOver() {
    if (known?.resetAt !== undefined && known.resetAt <= now()) {
      known = { limit: known.limit, remaining: known.limit };
    }
  }

  function learn(told: ToldLimit) {
    rollOver();
    isLifted = false;
    const { limit, remaining, date = now() } = told;
    const resetAt =
      now() + Math.min(told.resetAt - date, LONGEST_LIMIT_MS) + AFTER_RESET_MS;
    if (remaining === 0) usedUpUntil = Math.max(usedUpUntil, resetAt);
    const isOver = resetAt <= now();
    if (known?.resetAt === undefined) {
      // An answer of the window before is late.
      if (known && isOver) return;
      known = { limit, remaining, resetAt };
      return;
    }
    const later = resetAt - known.resetAt;
    if (Math.abs(later) <= SAME_WINDOW_MS) {
      // Answers overtake each other: the lowest is the latest.
      known = {
        limit,
        remaining: Math.min(known.remaining, remaining),
        resetAt: Math.max(known.resetAt, resetAt),
      };
    } else if (later > 0) {
      known = { limit, remaining, resetAt };
    }
  }

  return {
    enter() {
      inFlight += 1;
    },
    leave({ told, came }) {
      inFlight -= 1;
      if (came) isProbed = true;
      if (told) learn(told);
      // It may have been counted.
      else if (known) known.remaining = Math.max(0, known.remaining - 1);
    },
    learn,
    lift() {
      known = undefined;
      isLifted = true;
    },
    obstacle({ reserve }) {
      rollOver();
      if (usedUpUntil > now()) return { until: usedUpUntil, isReserve: false };
      if (isLifted) return undefined;
      if (!isProbed && !known) {
        return inFlight > 0 ? { isReserve: false } : undefined;
      }
      const remaining = known?.remaining ?? assumed;
      if (remaining - inFlight > reserve) return undefined;
      // Some of those under way may be counted in what remains already: then their answers tell that more is left.
      const helps = remaining > reserve ? 'answers' : 'reset';
      return {
        ...(helps === 'reset' && { until: known?.resetAt }),
        isReserve: remaining > 0,
      };
    },
    reserveOf: share =>
      isLifted ? 0 : Math.floor((known?.limit ?? assumed) * share),
    state() {
      rollOver();
      return {
        ...known,
        ...(usedUpUntil > now() && { remaining: 0, resetAt: usedUpUntil }),
        inFlight,
      };
    },
  };
}
