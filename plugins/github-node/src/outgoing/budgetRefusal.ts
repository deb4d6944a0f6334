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
  return Object.assign(
    new ServiceUnavailableError(
      `Did not send ${method} ${path} to ${host}: ${reason}. Try again after ${until}`,
    ),
    { code: CODE, until },
  );
}

/** Whether an error is, or was caused by, a refusal of the budget, and until when it refuses. */
export function isBudgetRefusal(
  error: unknown,
): { message: string; until: string } | undefined {
  let current = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (typeof current !== 'object' || current === null) return undefined;
    const { code, until, message, cause } = current as {
      code?: unknown;
      until?: unknown;
      message?: unknown;
      cause?: unknown;
    };
    if (code === CODE && typeof until === 'string') {
      return { message: String(message), until };
    }
    current = cause;
  }
  return undefined;
}
