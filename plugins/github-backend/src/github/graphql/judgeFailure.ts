import { isBudgetRefusal, limitRefusal } from '@callboard/plugin-github-node';

/** What to do about a GraphQL request without an answer. */
export type Judgement =
  /** GitHub's limits; the budget holds the next one back for as long as they ask. */
  | 'limited'
  /** GitHub's wall of 10 seconds, or a gateway in front of it gave up. */
  | 'too-much'
  /** No connection, or down for maintenance: a smaller question would not help. */
  | 'unreachable'
  | 'final';

/** As Octokit throws it. */
export interface RequestFailure extends Error {
  status: number;
  response?: {
    headers?: Record<string, string | number | undefined>;
    data?: { message?: unknown } | string | null;
  };
}

/** Judges what the client threw; it has not tried again by itself. */
export function judgeFailure(error: unknown): Judgement {
  if (!isRequestFailure(error) || isBudgetRefusal(error)) return 'final';
  const { status, response, message } = error;
  const refusal = limitRefusal({
    status,
    header: name => response?.headers?.[name]?.toString(),
    message,
  });
  if (refusal) return 'limited';
  if (!response) {
    return status === 500 && !/was not answered within/.test(message)
      ? 'unreachable'
      : whereServerFailed(status);
  }
  return status === 503 ? 'unreachable' : whereServerFailed(status);
}

function whereServerFailed(status: number): Judgement {
  return status >= 500 ? 'too-much' : 'final';
}

/** Whether this is an error with a status, as Octokit's are. */
export function isRequestFailure(error: unknown): error is RequestFailure {
  return (
    error instanceof Error &&
    typeof (error as { status?: unknown }).status === 'number'
  );
}
