import { ServiceUnavailableError } from '@backstage/errors';

const CODE = 'GITHUB_BUDGET';

/** The error of a request that the budget has refused. Libraries may wrap it; see `isBudgetRefusal`. */
export function budgetRefusal(options: {
  host: string;
  method: string;
  /** Masked. */
  path: string;
  /** ISO 8601. */
  until: string;
  reason: string;
}): Error {
  const { host, method, path, until, reason } = options;
  return heldBack({
    message: `Did not send ${method} ${path} to ${host}: ${reason}. Try again after ${until}`,
    until,
  });
}

/** The error of whoever could not do something for a refusal of the budget; `isBudgetRefusal` recognises it. */
export function heldBack(options: {
  message: string;
  /** ISO 8601. */
  until: string;
}): Error {
  const { message, until } = options;
  return Object.assign(new ServiceUnavailableError(message), {
    code: CODE,
    until,
  });
}

/**
 * Whether an error is, or was caused by, a refusal of the budget, and until when it refuses (ISO 8601). `message` is that of the error that
 * tells so.
 */
export function isBudgetRefusal(
  error: unknown,
): { message: string; until: string } | undefined {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (typeof current !== 'object' || current === null) return undefined;
    const found = current as Record<
      'code' | 'until' | 'message' | 'cause',
      unknown
    >;
    const { until, message, cause } = found;
    // The code last: Octokit's errors warn whoever reads theirs.
    if (typeof until === 'string' && found.code === CODE) {
      return { message: String(message), until };
    }
    current = cause;
  }
  return undefined;
}
