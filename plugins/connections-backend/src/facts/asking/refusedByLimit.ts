import { limitRefusal, readLimitHeaders } from '@callboard/plugin-github-node';
import type { Asked } from './Asked';

/**
 * Whether a limit is why there is no answer, GitHub's or the budget's that keeps it, and until when, ISO 8601 where that is known. Undefined
 * where it is something else.
 */
export function refusedByLimit(asked: Asked): { until?: string } | undefined {
  switch (asked.outcome) {
    case 'silent':
      return asked.heldBack;
    case 'refused':
      return limitRefusal(asked) && { until: endOf(asked) };
    default:
      return undefined;
  }
}

/** What is left of the primary limit says nothing of a secondary one. */
function endOf({
  header,
}: Extract<Asked, { outcome: 'refused' }>): string | undefined {
  const { remaining, resetAt, retryAfterMs } = readLimitHeaders(header);
  if (retryAfterMs !== undefined) {
    const asked = Date.parse(header('date') ?? '');
    return Number.isNaN(asked)
      ? undefined
      : new Date(asked + retryAfterMs).toISOString();
  }
  return remaining === 0 && resetAt
    ? new Date(resetAt).toISOString()
    : undefined;
}
