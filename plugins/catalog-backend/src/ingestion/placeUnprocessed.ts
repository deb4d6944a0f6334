import { randomUUID } from 'node:crypto';
import type { CommitBatch } from './CommitBatch';
import type { Deferred } from './Deferred';
import type { ParentLink } from './NodeState';

export type Placement =
  | { outcome: 'placed' }
  /** Somebody else has the name; the location key by which he claims it. */
  | { outcome: 'conflict'; existingLocationKey: string };

/**
 * Puts what a provider or a processed entity brings in into the batch. A name belongs to the location key that took it first; without
 * a key it is anybody's who has one. The row of the reference must have been read.
 */
export function placeUnprocessed(options: {
  batch: CommitBatch;
  deferred: Deferred;
  parent: ParentLink;
  /** The id to give it if it is new. */
  newEntityId?: string;
}): Placement {
  const { batch, deferred, parent } = options;
  const { entityRef, json, hash, locationKey } = deferred;
  const row = batch.row(entityRef);
  const write = { entityRef, json, hash, locationKey };
  if (!row) {
    const entityId = options.newEntityId ?? randomUUID();
    batch.insert({ ...write, entityId });
    batch.view.set({ entityId, entityRef, parents: [parent], relations: [] });
    return { outcome: 'placed' };
  }
  if (row.locationKey !== null && row.locationKey !== locationKey) {
    return { outcome: 'conflict', existingLocationKey: row.locationKey };
  }
  batch.replaceUnprocessed(row, { ...write, entityId: row.entityId });
  const parents = batch.view.parentsOf(entityRef);
  if (parents.length !== 1 || parents[0] !== parent) {
    if (parents.length === 0) batch.toStitch.add(entityRef);
    batch.view.setParents(entityRef, [parent]);
  }
  return { outcome: 'placed' };
}
