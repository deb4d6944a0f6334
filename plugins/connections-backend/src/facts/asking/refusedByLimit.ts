import { resetTime } from '../limits/resetTime';
import type { Asked } from './Asked';

/**
 * Whether a limit is why there is no answer, GitHub's or the budget's that keeps it, and until when, ISO 8601 where that is known. Undefined
 * where it is something else.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function refusedByLimit(asked: Asked): { until?: string } | undefined {
  switch (asked.outcome) {
    case 'silent':
      return asked.heldBack;
    case 'refused':
      return byGithub(asked);
    default:
      return undefined;
  }
}

function byGithub(
  asked: Extract<Asked, { outcome: 'refused' }>,
): { until?: string } | undefined {
  const { status, message, header } = asked;
  if (status !== 403 && status !== 429) return undefined;
  const retryAfter = header('retry-after');
  if (retryAfter !== undefined) return { until: later({ header, retryAfter }) };
  const isUsedUp = header('x-ratelimit-remaining') === '0';
  if (!isUsedUp && status !== 429 && !/rate limit/i.test(message)) {
    return undefined;
  }
  // What is left of the primary limit says nothing of a secondary one.
  return {
    until: isUsedUp ? resetTime(header('x-ratelimit-reset')) : undefined,
  };
}

function later(options: {
  header: (name: string) => string | undefined;
  retryAfter: string;
}): string | undefined {
  const { header, retryAfter } = options;
  const time = new Date(
    Date.parse(header('date') ?? '') + Number(retryAfter) * 1000,
  );
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
