import type { RateResource } from '../trace/TraceEntry';
import type { BudgetAnswer } from './RequestBudget';
import type { ToldLimit } from './createPrimaryLimit';
import { knownResource } from './knownResource';
import { limitRefusal } from './limitRefusal';
import { readLimitHeaders } from './readLimitHeaders';

/** What an answer says of limits. */
export interface ReadAnswer {
  /** Which limit it speaks of. Undefined: of none, or of one that is not known here. */
  resource?: RateResource;
  told?: ToldLimit;
  /** Of a 403 or 429, in milliseconds, an hour at most. */
  retryAfterMs?: number;
  /** It refuses for a limit without saying which, or for how long. */
  isUnexplained: boolean;
}

/**
 * Reads `x-ratelimit-*`, `retry-after` and `date`.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#checking-the-status-of-your-rate-limit
 */
export function readAnswer(options: {
  answer: BudgetAnswer;
  /** What the path told. */
  expected: RateResource;
}): ReadAnswer {
  const { answer, expected } = options;
  const { limit, remaining, resetAt, ...headers } = readLimitHeaders(
    answer.header,
  );
  const date = Date.parse(answer.header('date') ?? '');
  const refusal = limitRefusal(answer);
  const retryAfterMs = refusal ? headers.retryAfterMs : undefined;

  const named = answer.header('x-ratelimit-resource');
  const resource = named === undefined ? expected : knownResource(named);
  const told =
    limit !== undefined && remaining !== undefined && resetAt !== undefined
      ? {
          limit,
          remaining,
          resetAt,
          ...(Number.isNaN(date) ? {} : { date }),
        }
      : undefined;

  return {
    // With bad credentials the answer tells of the address that asked, not of the account.
    ...(answer.status !== 401 && told && { resource, told }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    isUnexplained:
      refusal === 'by-status' ||
      (refusal === 'told' && retryAfterMs === undefined && !told),
  };
}
