import { timingSafeEqual } from 'node:crypto';
import { hashSecret } from '../core/hashSecret';

/** Whether a secret is one of those whose SHA-256 (hex) is known. Takes the same time whichever it is. */
export function matchesSecret(options: {
  secret: string;
  hashes: string[];
}): boolean {
  const given = Buffer.from(hashSecret(options.secret));
  return options.hashes
    .map(hash => {
      const known = Buffer.from(hash);
      return known.length === given.length && timingSafeEqual(known, given);
    })
    .includes(true);
}
