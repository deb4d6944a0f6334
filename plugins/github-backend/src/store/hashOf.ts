import { createHash } from 'node:crypto';
import stringify from 'fast-json-stable-stringify';

/** SHA-256, hexadecimal, of a value as JSON whose keys are in order, so that equal values have equal hashes. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(stringify(value) ?? '')
    .digest('hex');
}
