import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { ProcessingOutcome } from '../processing/EntityProcessing';
import type { Deferred } from './Deferred';
import type { RelationTriples } from './NodeState';
import type { FinalEntity } from './stitch';

/** An entity that is due, as it was when it was read. */
export type DueItem = {
  entityId: string;
  entityRef: string;
  unprocessedEntity: Entity;
  unprocessedHash: string | null;
  locationKey: string | null;
  /** Of the last result that was written; empty when there is none, or the next one counts as changed whatever it is. */
  resultHash: string;
  /** The processors' caches. */
  state: JsonObject | undefined;
  /** Failures in a row so far. */
  attempts: number;
  /** Epoch, ms. */
  dueAt: number;
};

/** A result that differs from the one before, ready to be written. */
export type ProcessedItem = {
  item: DueItem;
  outcome: ProcessingOutcome;
  /** Of all that is written from it; see `resultHashOf`. */
  contentHash: string;
  /** The processed entity as JSON; empty after a failure. */
  json: string;
  /** What it brings in; empty after a failure. */
  deferred: Deferred[];
  relations: RelationTriples;
  /** A JSON array of serialised errors. */
  errors: string;
  /** The final entity as it is when nobody else emits relations of it, put together while nothing else waits for that. */
  draft?: FinalEntity;
};
