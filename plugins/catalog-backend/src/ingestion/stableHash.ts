import { hash } from 'node:crypto';
import stableStringify from 'fast-json-stable-stringify';

/** The hash of an entity that the stock catalog keeps as `unprocessed_hash`: the order of keys does not count. */
export function stableHash(entity: object): string {
  return hash('sha1', stableStringify({ ...entity }));
}
