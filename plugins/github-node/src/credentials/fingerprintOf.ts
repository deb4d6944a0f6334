import { createHash } from 'node:crypto';

/** Eight hexadecimal digits of a token's SHA-256: enough to tell tokens apart, safe to show. */
export function fingerprintOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 8);
}
