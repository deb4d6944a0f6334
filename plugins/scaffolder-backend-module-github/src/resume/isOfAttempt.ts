import type { UnknownAttempt } from '../journal/once';

/** GitHub's clock and ours differ. */
const SKEW_MS = 60_000;

/** Whether something can have been made by one of the tries: not before the first of them. */
export function isOfAttempt(options: {
  createdAt: string;
  attempts: UnknownAttempt[];
}): boolean {
  const { createdAt, attempts } = options;
  const made = Date.parse(createdAt);
  return attempts.some(({ at }) => made >= Date.parse(at) - SKEW_MS);
}
