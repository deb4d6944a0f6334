import {
  isBudgetRefusal,
  limitRefusal,
  readLimitHeaders,
} from '@callboard/plugin-github-node';

/** What an error while an item was applied means for the run. */
export type Judged =
  /** A limit; the run goes on at `until`. */
  | { outcome: 'wait'; until: Date; reason: string }
  /** About this item; `message` is for people. */
  | { outcome: 'failed'; message: string };

/** Where GitHub does not say how long. */
const DEFAULT_WAIT_MS = 60_000;
const LONGEST_MESSAGE = 500;

/** Tells a limit, which passes, from what is wrong with the item. */
export function judgeError(options: { error: unknown; now: Date }): Judged {
  const { error, now } = options;
  const later = (ms: number) => new Date(now.getTime() + Math.max(ms, 1_000));
  const held = isBudgetRefusal(error);
  if (held) {
    const until = new Date(held.until);
    return {
      outcome: 'wait',
      until: until > now ? until : later(0),
      // Without the request that was not sent, which says nothing to people.
      reason: held.reason ?? held.message,
    };
  }
  const { status, response, message } = error as {
    status?: number;
    response?: { headers?: Record<string, unknown>; data?: unknown };
    message?: string;
  };
  const header = (name: string) => response?.headers?.[name]?.toString();
  if (
    status !== undefined &&
    limitRefusal({ status, header, message: String(message) })
  ) {
    const { retryAfterMs, resetAt, remaining } = readLimitHeaders(header);
    const ms =
      retryAfterMs ??
      (remaining === 0 && resetAt !== undefined
        ? resetAt - now.getTime()
        : DEFAULT_WAIT_MS);
    return {
      outcome: 'wait',
      until: later(ms),
      reason: 'GitHub refuses more requests for now',
    };
  }
  return {
    outcome: 'failed',
    message: `${String(message ?? error).slice(0, LONGEST_MESSAGE)}${remedyOf(
      status,
    )}`,
  };
}

function remedyOf(status: number | undefined): string {
  switch (status) {
    case 401:
      return '. The credential is not valid any more; look at Connections';
    case 403:
    case 404:
      return '. The App or token may need more rights for this repository: contents and pull requests, write. Connections shows what it has';
    default:
      return '';
  }
}
