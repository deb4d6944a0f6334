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
    ...{ until, reason },
  });
}

/** The error of whoever could not do something for a refusal of the budget; `isBudgetRefusal` recognises it. */
export function heldBack(options: {
  message: string;
  /** ISO 8601. */
  until: string;
  /** Why the budget refuses, where that is known apart from the message: `GitHub allows 80 changes a minute …`. */
  reason?: string;
}): Error {
  const { message, until, reason } = options;
  return Object.assign(new ServiceUnavailableError(message), {
    code: CODE,
    until,
    ...(reason !== undefined && { reason }),
  });
}

/**
 * Whether an error is, or was caused by, a refusal of the budget, and until when it refuses (ISO 8601). `message` is that of the error that
 * tells so, `reason` why the budget refuses, where the error knows it apart from the request.
 */
export function isBudgetRefusal(
  error: unknown,
): { message: string; until: string; reason?: string } | undefined {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (typeof current !== 'object' || current === null) return undefined;
    const found = current as Record<
      'code' | 'until' | 'reason' | 'message' | 'cause',
      unknown
    >;
    const { until, reason, message, cause } = found;
    // The code last: Octokit's errors warn whoever reads theirs.
    if (typeof until === 'string' && found.code === CODE) {
      return {
        ...{ message: String(message), until },
        ...(typeof reason === 'string' && { reason }),
      };
    }
    current = cause;
  }
  return undefined;
}
