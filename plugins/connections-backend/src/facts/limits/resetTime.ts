import { readLimitHeaders } from '@callboard/plugin-github-node';

/** When a limit starts anew, ISO 8601, from GitHub's seconds since 1970; undefined for what is no such time. */
export function resetTime(seconds: unknown): string | undefined {
  const { resetAt } = readLimitHeaders(name =>
    name === 'x-ratelimit-reset' ? String(seconds) : undefined,
  );
  return resetAt ? new Date(resetAt).toISOString() : undefined;
}
