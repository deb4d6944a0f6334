/** What an answer's head says of limits; what is no number, or none that can be true, is left out. */
export interface LimitHeaders {
  limit?: number;
  remaining?: number;
  /** By GitHub's clock, in milliseconds since the epoch. */
  resetAt?: number;
  /** An hour at most. */
  retryAfterMs?: number;
}

/** The last moment that has a date of four digits. */
const LAST_MS = Date.UTC(9999, 11, 31);
const MOST_REQUESTS = 1e9;
/** None of GitHub's limits lasts longer, and whatever stands between may say anything. */
export const LONGEST_LIMIT_MS = 60 * 60_000;

/**
 * Reads `x-ratelimit-*` and `retry-after`, for everybody who wants to know.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#checking-the-status-of-your-rate-limit
 */
export function readLimitHeaders(
  /** By a name in lower case. */
  header: (name: string) => string | undefined,
): LimitHeaders {
  const number = (name: string, most = Infinity) => {
    const text = header(name);
    const value = text && /^\d+$/.test(text) ? Number(text) : undefined;
    return value !== undefined && value <= most ? value : undefined;
  };
  const limit = number('x-ratelimit-limit', MOST_REQUESTS);
  const remaining = number('x-ratelimit-remaining', MOST_REQUESTS);
  const reset = number('x-ratelimit-reset', LAST_MS / 1000);
  const retryAfter = number('retry-after');
  return {
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(reset !== undefined && { resetAt: reset * 1000 }),
    ...(retryAfter !== undefined && {
      retryAfterMs: Math.min(retryAfter * 1000, LONGEST_LIMIT_MS),
    }),
  };
}
