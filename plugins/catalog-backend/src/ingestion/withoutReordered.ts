import type { Knex } from 'knex';
import { readUnprocessed } from '../storage/readUnprocessed';
import type { StateRow } from './CommitBatch';
import type { Deferred } from './Deferred';
import { isSameContent, stockHash } from './isSameContent';
import { HASH_PREFIX } from './stitch';

/** A provider either keeps the order of keys or does not, so that so many entities tell. */
const SAMPLE_SIZE = 50;
const CHUNK = 1_000;

/**
 * Of entities whose hash differs from what is stored, those whose content differs. Hashes are of the JSON as it comes, which is quick; a
 * provider whose keys come in another order each time must not have all its entities processed again.
 */
export async function withoutReordered(options: {
  knex: Knex;
  candidates: readonly { deferred: Deferred; row: StateRow }[];
}): Promise<Deferred[]> {
  const { knex, candidates } = options;
  const changed: Deferred[] = [];
  const ours: Deferred[] = [];
  for (const { deferred, row } of candidates) {
    if (row.unprocessedHash?.startsWith(HASH_PREFIX)) ours.push(deferred);
    else if (row.unprocessedHash !== stockHash(deferred.json)) {
      changed.push(deferred);
    }
  }
  for (let start = 0; start < ours.length; ) {
    const size = start === 0 ? SAMPLE_SIZE : CHUNK;
    const part = ours.slice(start, start + size);
    const stored = await readUnprocessed({
      knex,
      entityRefs: part.map(({ entityRef }) => entityRef),
    });
    const differing = part.filter(({ entityRef, json }) => {
      const known = stored.get(entityRef);
      return known === undefined || !isSameContent(known, json);
    });
    changed.push(...differing);
    start += size;
    if (start === SAMPLE_SIZE && differing.length === part.length) {
      return [...changed, ...ours.slice(start)];
    }
  }
  return changed;
}
