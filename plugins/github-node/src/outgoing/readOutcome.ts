import { knownResource } from '../budget/knownResource';
import { limitRefusal } from '../budget/limitRefusal';
import { readLimitHeaders } from '../budget/readLimitHeaders';
import type { RateResource, TraceEntry } from '../trace/TraceEntry';

/** What the trace keeps of an answer's head. */
export function readOutcome(options: {
  answer: { status: number; header(name: string): string | undefined };
  isBudgeted: boolean;
  expected: RateResource;
  /** Without an Enterprise Server's prefix. */
  path: string;
  /** Of a GraphQL request, as far as the head tells. */
  points: number | undefined;
}): Partial<TraceEntry> {
  const { answer, isBudgeted, expected, path, points } = options;
  const { status } = answer;
  if (!isBudgeted) return { status, cached: status === 304 };
  const { limit, remaining, resetAt } = readLimitHeaders(answer.header);
  const named = answer.header('x-ratelimit-resource');
  const isFree =
    // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate
    status === 304 ||
    // https://docs.github.com/en/rest/rate-limit/rate-limit
    path === '/rate_limit' ||
    // What a limit has refused is not counted, and neither is what never came in.
    limitRefusal(answer) !== undefined ||
    status === 401 ||
    (status >= 500 && limit === undefined);
  return {
    status,
    cached: status === 304,
    cost: isFree ? 0 : points ?? 1,
    resource: named === undefined ? expected : knownResource(named) ?? 'other',
    // With bad credentials the answer tells of the address that asked.
    ...(status !== 401 &&
      limit !== undefined &&
      remaining !== undefined &&
      resetAt !== undefined && {
        limit,
        remaining,
        resetAt: new Date(resetAt).toISOString(),
      }),
  };
}
