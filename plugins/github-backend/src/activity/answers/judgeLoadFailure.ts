import {
  isBudgetRefusal,
  limitRefusal,
  readLimitHeaders,
} from '@callboard/plugin-github-node';

/** What a request that failed means for who asked. */
export type LoadFailure =
  | { kind: 'same' }
  /** `words` are GitHub's. */
  | { kind: 'refused'; words: string }
  | { kind: 'missing' }
  /** It may be better later; `until` is ISO 8601. */
  | { kind: 'unavailable'; reason: string; until?: string };

/** Judges an error of Octokit, of the budget or of the credentials. Undefined: it is a fault of the portal. */
export function judgeLoadFailure(error: unknown): LoadFailure | undefined {
  const held = isBudgetRefusal(error);
  if (held) {
    return {
      kind: 'unavailable',
      reason: held.reason ?? 'the limit is used up',
      until: held.until,
    };
  }
  const { name, status, message, response } = (error ?? {}) as {
    name?: string;
    status?: unknown;
    message?: string;
    response?: {
      headers: Record<string, string | number | undefined>;
      data?: { message?: unknown };
    };
  };
  if (name === 'ServiceUnavailableError' || name === 'AuthenticationError') {
    return { kind: 'unavailable', reason: String(message) };
  }
  if (typeof status !== 'number') return undefined;
  if (status === 304) return { kind: 'same' };
  const header = (key: string) => response?.headers[key]?.toString();
  const words = String(response?.data?.message ?? message);
  if (response && limitRefusal({ status, header, message: words })) {
    const { resetAt, retryAfterMs } = readLimitHeaders(header);
    const until = retryAfterMs ? Date.now() + retryAfterMs : resetAt;
    return {
      kind: 'unavailable',
      reason: "GitHub's limit is used up",
      ...(until && { until: new Date(until).toISOString() }),
    };
  }
  if (status === 403 || status === 451) return { kind: 'refused', words };
  if (status === 404 || status === 410) return { kind: 'missing' };
  if (status === 401) {
    return {
      kind: 'unavailable',
      reason: "GitHub does not accept the portal's credential",
    };
  }
  return {
    kind: 'unavailable',
    reason: response
      ? `GitHub answered with status ${status}`
      : 'GitHub cannot be reached',
  };
}
