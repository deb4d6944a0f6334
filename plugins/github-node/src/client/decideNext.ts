import { RequestError } from 'octokit';
import { hasOutgoingHooks } from '../outgoing/installOutgoingHooks';
import { maskPath } from '../trace/maskPath';
import { judgeFailure, type Failure } from './judgeFailure';
import type { Answer, PreparedCall } from './prepareCall';
import type { SentCall } from './sendOnce';

/** What has happened in the tries so far. */
export interface Progress {
  /** 1 for the first. */
  attempt: number;
  /** Whether a refused token was replaced. */
  isRenewed: boolean;
  /** What GitHub said when a limit was met. */
  limited?: unknown;
}

export type Next =
  | { next: 'return'; answer: Answer }
  | { next: 'throw'; error: unknown }
  /** At once; the budget holds it back for as long as a limit asks. */
  | { next: 'again'; progress: Partial<Progress> }
  /** After a wait with jitter, and `leastMs` before it. */
  | { next: 'later'; leastMs: number; orThrow: unknown };

/**
 * Tries again while that is safe and may help: after a limit, after a failure of the server or the network where doing it twice does no
 * harm, and once with a new token where an installation's was refused.
 */
export function decideNext(options: {
  prepared: PreparedCall;
  sent: SentCall;
  progress: Progress;
}): Next {
  const { prepared, sent, progress } = options;
  const { sending, parsed } = prepared;
  const { tried } = sent;
  const { outcome } = tried;
  const failed = (message: string, status: number) =>
    new RequestError(message, status, { request: parsed });
  const again = (changes: Partial<Progress> = {}): Next => ({
    next: 'again',
    progress: changes,
  });
  const mayRepeat = progress.attempt <= prepared.retries && hasOutgoingHooks();

  switch (outcome.kind) {
    case 'cancelled':
      return { next: 'throw', error: outcome.reason };
    case 'answer': {
      const { answer } = outcome;
      if (!prepared.isGraphql || !isLimited(answer.data)) {
        return { next: 'return', answer };
      }
      if (tried.account) sending.budget.penalise(tried.account);
      const limited = failed('API rate limit exceeded', 403);
      return mayRepeat ? again({ limited }) : { next: 'throw', error: limited };
    }
    case 'timeout': {
      const error = failed(
        `${prepared.method} ${maskPath(parsed.url)} was not answered within ${
          prepared.timeoutMs
        } ms`,
        500,
      );
      return prepared.isRepeatable
        ? { next: 'later', leastMs: 0, orThrow: error }
        : { next: 'throw', error };
    }
    default:
  }

  const { error } = outcome;
  const { refusal } = tried;
  if (refusal) {
    // What GitHub itself has said is worth more.
    const said =
      progress.limited ??
      Object.assign(failed(refusal.message, 429), { cause: refusal });
    return { next: 'throw', error: said };
  }
  if (!isFailure(error)) return { next: 'throw', error };
  if (error.status === 304 && sent.cached) {
    return { next: 'return', answer: fromCache(sent.cached, error) };
  }
  const { credentialId, token, isRenewable } = sent.credential;
  if (error.status === 401 && isRenewable && !progress.isRenewed) {
    sending.credentials.forget({ credentialId, token });
    return again({ isRenewed: true });
  }
  const judged = judgeFailure({ failure: error, cause: tried.cause });
  switch (judged.outcome) {
    case 'limited':
      if (judged.isUntold && tried.account) {
        sending.budget.penalise(tried.account);
      }
      return mayRepeat ? again({ limited: error }) : { next: 'throw', error };
    case 'transient':
      return prepared.isRepeatable || judged.isUnsent
        ? { next: 'later', leastMs: judged.retryAfterMs ?? 0, orThrow: error }
        : { next: 'throw', error };
    default:
      return { next: 'throw', error };
  }
}

/** With status 200. https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit */
function isLimited(data: unknown): boolean {
  const { errors } = (data ?? {}) as { errors?: Array<{ type?: string }> };
  return (
    Array.isArray(errors) &&
    errors.some(({ type }) => type === 'RATE_LIMITED' || type === 'RATE_LIMIT')
  );
}

function fromCache(
  cached: NonNullable<SentCall['cached']>,
  notModified: Failure,
): Answer {
  return {
    status: 200,
    url: cached.url,
    headers: { ...cached.headers, ...notModified.response?.headers },
    data: cached.data(),
  } as Answer;
}

/** As Octokit throws them. */
function isFailure(error: unknown): error is Failure {
  return (
    typeof error === 'object' &&
    error !== null &&
    typeof (error as { status?: unknown }).status === 'number'
  );
}
