import { createHash } from 'node:crypto';

const LONGEST = 150;

/** A text as part of the name of an answer, which has at most 200 characters: itself, or what it comes down to. */
export function shortName(text: string): string {
  return text.length <= LONGEST
    ? text
    : createHash('sha256').update(text).digest('hex');
}
