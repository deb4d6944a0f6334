import { LONGEST_LIMIT_MS } from './readLimitHeaders';

/** What GitHub advises where it does not say how long. */
const LEAST_MS = 60_000;

export interface SecondaryPause {
  /** In milliseconds since the epoch; undefined when there is none. */
  until(): number | undefined;
  reason(): string | undefined;
  /** GitHub said for how long; an hour at most. */
  ask(ms: number): void;
  /** GitHub did not say for how long: a minute, and twice as long each time that it happens again. */
  penalise(): void;
  /** A request that left after the last pause was answered well. */
  recover(leftAt: number): void;
}

/**
 * Pauses after secondary limits.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function createSecondaryPause(options: {
  now: () => number;
}): SecondaryPause {
  const { now } = options;
  let end = 0;
  let reason = '';
  let strikes = 0;

  return {
    until: () => (end > now() ? end : undefined),
    reason: () => (end > now() ? reason : undefined),
    ask(asked) {
      const ms = Math.min(asked, LONGEST_LIMIT_MS);
      const until = now() + ms;
      if (until > end) {
        end = until;
        reason = `GitHub asked for a pause of ${Math.ceil(ms / 1000)} seconds`;
      }
    },
    penalise() {
      // Those that were under way when it began are not told anew.
      if (end > now()) return;
      const ms = Math.min(LEAST_MS * 2 ** strikes, LONGEST_LIMIT_MS);
      strikes += 1;
      end = now() + ms;
      reason = `GitHub refused requests for a secondary limit; pausing for ${
        ms / 1000
      } seconds`;
    },
    recover(leftAt) {
      if (leftAt >= end) strikes = 0;
    },
  };
}
