import { hash as digest } from 'node:crypto';
import stableStringify from 'fast-json-stable-stringify';

/** Whether two entities, as JSON, differ in nothing but the order of keys. */
export function isSameContent(left: string, right: string): boolean {
  return left === right || sorted(left) === sorted(right);
}

/** The hash that the stock catalog keeps as `unprocessed_hash`: the order of keys does not count. */
export function stockHash(json: string): string {
  return digest('sha1', sorted(json));
}

function sorted(json: string): string {
  return stableStringify(JSON.parse(json));
}
