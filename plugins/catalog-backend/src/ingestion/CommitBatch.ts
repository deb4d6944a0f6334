import type { Entity } from '@backstage/catalog-model';
import type { Ledger } from './Ledger';
import { LedgerView } from './LedgerView';
import type { FinalEntity } from './stitch';

/** The part of a row of `refresh_state` that decides about writes. */
export type StateRow = {
  entityId: string;
  entityRef: string;
  locationKey: string | null;
  unprocessedHash: string | null;
  /** Whether it has ever been processed without an error. */
  processed: boolean;
};

/** A row that the commit makes, or whose unprocessed entity it replaces. */
export type UnprocessedWrite = {
  entityId: string;
  entityRef: string;
  json: string;
  hash: string;
  locationKey: string | null;
};

export type ProcessedWrite = {
  entityId: string;
  entityRef: string;
  entity: Entity;
  json: string;
  resultHash: string;
  /** A JSON array of serialised errors. */
  errors: string;
  locationKey: string | null;
  /** See `ProcessedItem`. */
  draft?: FinalEntity;
};

export type FailureWrite = {
  entityId: string;
  entityRef: string;
  errors: string;
  resultHash: string;
};

/** When an entity is to be processed next; see `DueChange`. */
export type DueWrite = {
  delayMs: number;
  attempts: number;
  expectedDueAt?: number;
};

/**
 * All that one commit is about to write, gathered first and written in a few statements. It knows the state of each row as it will be,
 * so that later steps of the same commit build on earlier ones.
 */
export class CommitBatch {
  readonly view: LedgerView;
  /** By reference: rows that were read or made. `undefined` where there is none. */
  readonly rows = new Map<string, StateRow | undefined>();

  /** By reference, the entity ids whose rows go. */
  readonly deleted = new Map<string, string>();
  /** The others by entity id. */
  readonly inserts = new Map<string, UnprocessedWrite>();
  readonly unprocessed = new Map<string, UnprocessedWrite>();
  readonly processed = new Map<string, ProcessedWrite>();
  readonly failures = new Map<string, FailureWrite>();
  readonly caches = new Map<string, string>();
  readonly refreshKeys = new Map<string, string[]>();
  readonly due = new Map<string, DueWrite>();
  /** Entities whose next result counts as changed, whatever it is. */
  readonly forced = new Set<string>();
  /** Entities whose name anybody may take. */
  readonly freed = new Set<string>();

  /** References whose final entity may have changed. */
  readonly toStitch = new Set<string>();
  /** Run once the commit is through. */
  readonly afterwards: (() => void)[] = [];

  constructor(ledger: Ledger) {
    this.view = new LedgerView(ledger);
  }

  row(entityRef: string): StateRow | undefined {
    if (!this.rows.has(entityRef)) {
      throw new Error(`The row of ${entityRef} was not read for this commit`);
    }
    return this.rows.get(entityRef);
  }

  insert(write: UnprocessedWrite): void {
    this.inserts.set(write.entityId, write);
    this.rows.set(write.entityRef, {
      entityId: write.entityId,
      entityRef: write.entityRef,
      locationKey: write.locationKey,
      unprocessedHash: write.hash,
      processed: false,
    });
    this.due.set(write.entityId, { delayMs: 0, attempts: 0 });
  }

  replaceUnprocessed(row: StateRow, write: UnprocessedWrite): void {
    const inserted = this.inserts.has(row.entityId);
    (inserted ? this.inserts : this.unprocessed).set(row.entityId, write);
    row.locationKey = write.locationKey;
    row.unprocessedHash = write.hash;
    this.due.set(row.entityId, { delayMs: 0, attempts: 0 });
  }

  /** Removes the row of an entity and everything that hangs on it. */
  delete(entityRef: string): void {
    const state = this.view.get(entityRef);
    if (!state) return;
    const { entityId } = state;
    for (let i = 0; i < state.relations.length; i += 3) {
      if (state.relations[i]) this.toStitch.add(state.relations[i]);
    }
    for (const child of this.view.childrenOf(`entity:${entityRef}`)) {
      this.toStitch.add(child);
    }
    this.view.delete(entityRef);
    this.toStitch.delete(entityRef);
    this.rows.set(entityRef, undefined);
    for (const writes of [
      this.unprocessed,
      this.processed,
      this.failures,
      this.caches,
      this.refreshKeys,
      this.due,
    ]) {
      writes.delete(entityId);
    }
    this.forced.delete(entityId);
    this.freed.delete(entityId);
    if (!this.inserts.delete(entityId)) this.deleted.set(entityRef, entityId);
  }

  get isEmpty(): boolean {
    return (
      this.view.changes().size === 0 &&
      this.deleted.size === 0 &&
      this.inserts.size === 0 &&
      this.unprocessed.size === 0 &&
      this.processed.size === 0 &&
      this.failures.size === 0 &&
      this.caches.size === 0 &&
      this.refreshKeys.size === 0 &&
      this.due.size === 0 &&
      this.forced.size === 0 &&
      this.toStitch.size === 0
    );
  }
}
