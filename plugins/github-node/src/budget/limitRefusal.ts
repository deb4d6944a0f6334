import { readLimitHeaders } from './readLimitHeaders';

/** How an answer tells that a limit refused the request; undefined where none did. */
export type LimitRefusal =
  /** In its head. */
  | 'told'
  /** In its body alone. */
  | 'in-words'
  /** Status 429, and nothing else. */
  | 'by-status';

/**
 * Whether a limit refused a request, and how the answer tells: the one rule for all who want to know.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function limitRefusal(answer: {
  status: number;
  /** By a name in lower case. */
  header(name: string): string | undefined;
  /** Of the body, where that has been read. */
  message?: string;
}): LimitRefusal | undefined {
  const { status, header, message = '' } = answer;
  if (status !== 403 && status !== 429) return undefined;
  const { remaining, retryAfterMs } = readLimitHeaders(header);
  if (remaining === 0 || retryAfterMs !== undefined) return 'told';
  if (/rate limit|abuse detection/i.test(message)) return 'in-words';
  return status === 429 ? 'by-status' : undefined;
}
