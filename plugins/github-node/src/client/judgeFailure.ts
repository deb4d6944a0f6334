import { limitRefusal } from '../budget/limitRefusal';
import { readLimitHeaders } from '../budget/readLimitHeaders';

/** What to do about a request that failed. */
export type Judgement =
  /** Answered, and another try would be answered the same. */
  | { outcome: 'final' }
  /** GitHub took nothing in, for a limit. `isUntold`: only the body says so, so that the budget has not heard. */
  | { outcome: 'limited'; isUntold: boolean }
  /** It may be better in a while, in milliseconds where GitHub says when. It may have been carried out, unless `isUnsent`. */
  | { outcome: 'transient'; isUnsent: boolean; retryAfterMs?: number };

/** As Octokit throws it: without a `response` when no answer came. */
export interface Failure {
  status: number;
  response?: {
    headers: Record<string, string | number | undefined>;
    data: unknown;
  };
}

/** No connection was made, so that nothing can have arrived. */
const UNSENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const TRANSIENT = new Set([500, 502, 503, 504]);

/** Judges what a failed request was answered, or that it was not. */
export function judgeFailure(options: {
  failure: Failure;
  /** What fetch threw, if it did. */
  cause: unknown;
}): Judgement {
  const { failure, cause } = options;
  const { status, response } = failure;
  if (!response) {
    const codes = codesOf(cause);
    return {
      outcome: 'transient',
      isUnsent: codes.length > 0 && codes.every(code => UNSENT.has(code)),
    };
  }
  const { headers, data } = response;
  const header = (name: string) => headers[name]?.toString();
  const message = String((data as { message?: unknown } | null)?.message);
  const refusal = limitRefusal({ status, header, message });
  if (refusal) {
    // The budget hears of a 429 by itself.
    const isUntold = refusal === 'in-words' && status === 403;
    return { outcome: 'limited', isUntold };
  }
  if (!TRANSIENT.has(status)) return { outcome: 'final' };
  const { retryAfterMs } = readLimitHeaders(header);
  return {
    outcome: 'transient',
    isUnsent: false,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** Of an error and what caused it; of all addresses of a name that were tried. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, cause, errors } = error as {
    code?: unknown;
    cause?: unknown;
    errors?: unknown;
  };
  if (Array.isArray(errors) && errors.length > 0)
    return errors.flatMap(codesOf);
  return typeof code === 'string' ? [code] : codesOf(cause);
}
