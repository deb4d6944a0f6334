import { EntityIndex, type IndexEntry } from '../index/EntityIndex';
import { Ledger } from './Ledger';
import type { LedgerView } from './LedgerView';
import type { NodeState } from './NodeState';

/** An entity's version as the index takes it in. */
export type VisibleEntity = IndexEntry;

/** Changes that another replica committed, read back from the database. */
export type ForeignChanges = {
  seq: number;
  /** Entity ids whose rows are gone. */
  removed: readonly string[];
  nodes: readonly NodeState[];
  finals: readonly VisibleEntity[];
};

/**
 * What a replica keeps of the catalog in memory: the index that answers queries, and the ledger that commits are planned on, both as
 * of one commit. Everything here is synchronous, so that nobody sees half of a commit.
 */
export class CatalogMemory {
  /** The number of the commit that it shows. */
  seq: number;
  readonly index: EntityIndex;
  readonly ledger: Ledger;

  constructor(options: { seq: number; index: EntityIndex; ledger: Ledger }) {
    this.seq = options.seq;
    this.index = options.index;
    this.ledger = options.ledger;
  }

  static empty(): CatalogMemory {
    return new CatalogMemory({
      seq: 0,
      index: new EntityIndex(),
      ledger: new Ledger(),
    });
  }

  /** Takes in a commit of this replica. */
  applyOwn(commit: {
    seq: number;
    view: LedgerView;
    removed: readonly string[];
    finals: readonly VisibleEntity[];
  }): void {
    const { seq, view, removed, finals } = commit;
    view.applyTo(this.ledger);
    this.index.apply({ upserts: finals, removals: removed });
    this.seq = seq;
  }

  /** Takes in commits of others, up to `seq`. */
  applyForeign(changes: ForeignChanges): void {
    const { seq, removed, nodes, finals } = changes;
    for (const entityId of removed) {
      const entityRef = this.ledger.refOf(entityId);
      if (entityRef !== undefined) this.ledger.delete(entityRef);
    }
    for (const node of nodes) this.ledger.set(node);
    this.index.apply({ upserts: finals, removals: removed });
    this.seq = seq;
  }
}
