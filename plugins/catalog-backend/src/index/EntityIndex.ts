import type { Entity } from '@backstage/catalog-model';
import { Bitmap } from './Bitmap';
import { Column } from './Column';
import { Columns } from './Columns';
import { DerivedColumns } from './DerivedColumns';
import { EntitySlots, type IndexedEntity } from './EntitySlots';
import { growTo } from './growTo';
import { INDEX_SNAPSHOT_VERSION, type IndexSnapshot } from './IndexSnapshot';
import { IntArena } from './IntArena';
import { Postings } from './Postings';
import { rebuildTerms } from './rebuildTerms';
import { RowCollector } from './RowCollector';
import type { SlotOrder } from './SlotOrder';
import { TermDictionary } from './TermDictionary';

/** From so many terms without an entity on it may be worth while to rebuild the dictionary. */
const LEAST_DEAD_TERMS = 4096;

export type IndexEntry = {
  entityId: string;
  entityRef: string;
  hash: string;
  /** The final entity. It is not kept. */
  entity: Entity;
  /** What `prepare` made of it; made now when absent. */
  prepared?: PreparedRows;
};

/** The terms of an entity, for the index that made them. When it has renumbered its terms since, it makes them anew. */
export type PreparedRows = { terms: Int32Array; generation: number };

export type IndexChange = {
  upserts: readonly IndexEntry[];
  /** Entity ids; those that the index does not have are passed over. */
  removals: readonly string[];
};

/**
 * What every entity is found by, in memory: for each key a column of values, for each value the entities that have it. Nothing
 * of it is the source of anything: it can be built anew from the final entities at any time.
 */
export class EntityIndex {
  columns = new Columns();
  terms = new TermDictionary();
  postings = new Postings();

  private entities = new EntitySlots();
  /** By slot: its terms, ascending, as a list in `rows`. */
  private rowsAt = new Int32Array(256);
  private rowsLength = new Int32Array(256);
  private rows = new IntArena();
  /** Terms that no entity has. */
  private deadTerms = 0;
  /** How often terms were renumbered. */
  private generation = 0;
  private derived = new DerivedColumns(this);
  private readonly collector = new RowCollector(this, term => {
    this.columns.chain(this.terms, term);
    this.postings.reserve(term + 1);
    this.deadTerms++;
  });

  /** How many entities there are. */
  get size(): number {
    return this.entities.size;
  }

  /** How many slots there are, in use or not. */
  get slots(): number {
    return this.entities.capacity;
  }

  get idOrder(): SlotOrder {
    return this.entities.idOrder;
  }

  get refOrder(): SlotOrder {
    return this.entities.refOrder;
  }

  /**
   * What an entity will be found by, ready for an `apply`. Throws an `InputError` when two of its keys differ in nothing but case.
   */
  prepare(entity: Entity): PreparedRows {
    return {
      terms: this.collector.collectStrictly(entity).slice(),
      generation: this.generation,
    };
  }

  /**
   * Brings the index from one committed state to the next. The cost grows with what changed. Removals come before upserts.
   * Throws, before anything has changed, when two entities have the same ref.
   */
  apply(change: IndexChange): void {
    const removals = this.findRemovals(change);
    if (removals.length > 0) this.removeAll(removals);
    const added: number[] = [];
    for (const entry of change.upserts) this.upsert(entry, added);
    if (added.length > 0) this.entities.addToOrders(added);
    if (
      this.deadTerms > LEAST_DEAD_TERMS &&
      this.deadTerms * 3 > this.terms.size
    )
      this.rebuildTerms();
  }

  get(
    query: { entityRef: string } | { entityId: string },
  ): IndexedEntity | undefined {
    const slot = this.entities.find(query);
    return slot === undefined ? undefined : this.entities.entityAt(slot);
  }

  /** The entity in a slot that is in use. */
  entityAt(slot: number): IndexedEntity {
    return this.entities.entityAt(slot);
  }

  /** The original values, null left out, that an entity has at a key in any case; sorted. */
  valuesOf(options: { entityRef: string; key: string }): string[] {
    const slot = this.entities.find(options);
    const column = this.columns.find(options.key.toLowerCase());
    if (slot === undefined || column === undefined) return [];
    const values: string[] = [];
    for (const term of this.termsOf(slot))
      if (this.terms.column[term] === column && !this.terms.isNull(term))
        values.push(this.terms.readOriginal(term));
    return values.sort();
  }

  /** All entities, by id. The index must not change meanwhile. */
  *entries(): Iterable<{ entityId: string; hash: string }> {
    for (const slot of this.idOrder.slots) {
      const { entityId, hash } = this.entityAt(slot);
      yield { entityId, hash };
    }
  }

  /** That of `Checksum` over all (entity id, hash). */
  checksum(): string {
    return this.entities.checksum();
  }

  /** The column of a key in lower case. */
  column(key: string): Column | undefined {
    const id = this.columns.find(key);
    if (id === undefined) return undefined;
    const { columns, terms, postings, derived, slots } = this;
    return new Column({ columns, terms, postings, derived, slots }, id);
  }

  /** The terms of the entity in a slot, ascending. Not to be changed, nor kept. */
  termsOf(slot: number): Int32Array {
    const at = this.rowsAt[slot];
    return this.rows.data.subarray(at, at + this.rowsLength[slot]);
  }

  /** A set of all slots in use. */
  all(): Bitmap {
    return this.entities.all();
  }

  /** An empty set with room for all slots. */
  none(): Bitmap {
    return Bitmap.withRoomFor(this.slots);
  }

  dump(): IndexSnapshot {
    const { slots } = this;
    return {
      version: INDEX_SNAPSHOT_VERSION,
      entities: this.entities.dump(),
      rowsAt: this.rowsAt.subarray(0, slots),
      rowsLength: this.rowsLength.subarray(0, slots),
      rows: this.rows.dump(),
      columns: this.columns.dump(),
      terms: this.terms.dump(),
      postings: this.postings.dump(this.terms.size),
      orders: this.derived.dump(),
      deadTerms: this.deadTerms,
    };
  }

  /** Takes over the snapshot's memory. Throws when the snapshot is of another version. */
  static load(snapshot: IndexSnapshot): EntityIndex {
    if (snapshot.version !== INDEX_SNAPSHOT_VERSION)
      throw new Error(
        `The index snapshot has version ${snapshot.version}, not ${INDEX_SNAPSHOT_VERSION}`,
      );
    const index = new EntityIndex();
    index.entities = EntitySlots.load(snapshot.entities);
    index.rowsAt = snapshot.rowsAt;
    index.rowsLength = snapshot.rowsLength;
    index.rows = IntArena.load(snapshot.rows);
    index.columns = Columns.load(snapshot.columns);
    index.terms = TermDictionary.load(snapshot.terms);
    index.postings = Postings.load(snapshot.postings);
    index.deadTerms = snapshot.deadTerms;
    index.derived = new DerivedColumns(index);
    for (const order of snapshot.orders) index.derived.loadOrder(order);
    return index;
  }

  /** The slots to be freed: what is removed, and what comes back under another ref or id. */
  private findRemovals(change: IndexChange): number[] {
    const slots = new Set<number>();
    for (const entityId of change.removals) {
      const slot = this.entities.find({ entityId });
      if (slot !== undefined) slots.add(slot);
    }
    const idByRef = new Map<string, string>();
    for (const { entityId, entityRef } of change.upserts) {
      if ((idByRef.get(entityRef) ?? entityId) !== entityId)
        throw new Error(`Two entities have the ref ${entityRef}`);
      idByRef.set(entityRef, entityId);
      const ofId = this.entities.find({ entityId });
      const ofRef = this.entities.find({ entityRef });
      if (ofId === ofRef) continue;
      if (ofId !== undefined) slots.add(ofId);
      if (ofRef !== undefined) slots.add(ofRef);
    }
    return Array.from(slots);
  }

  private removeAll(removals: number[]): void {
    for (const slot of removals) {
      for (const term of this.termsOf(slot)) this.removeRow(term, slot);
      this.rows.release(this.rowsAt[slot], this.rowsLength[slot]);
      this.rowsLength[slot] = 0;
    }
    this.entities.release(removals);
  }

  private upsert(entry: IndexEntry, added: number[]): void {
    let slot = this.entities.find({ entityId: entry.entityId });
    if (slot === undefined) {
      slot = this.entities.take(entry);
      added.push(slot);
      this.rowsAt = growTo(this.rowsAt, slot + 1);
      this.rowsLength = growTo(this.rowsLength, slot + 1);
    } else {
      this.entities.setHash(slot, entry.hash);
    }
    const { prepared } = entry;
    this.replaceRows(
      slot,
      prepared?.generation === this.generation
        ? prepared.terms
        : this.collector.collect(entry.entity),
    );
  }

  /** Touches only the postings of terms that come or go. */
  private replaceRows(slot: number, newTerms: Int32Array): void {
    const oldTerms = this.termsOf(slot);
    const oldLength = oldTerms.length;
    let o = 0;
    let n = 0;
    while (o < oldLength || n < newTerms.length) {
      if (n === newTerms.length || oldTerms[o] < newTerms[n])
        this.removeRow(oldTerms[o++], slot);
      else if (o === oldLength || newTerms[n] < oldTerms[o])
        this.addRow(newTerms[n++], slot);
      else {
        o++;
        n++;
      }
    }
    if (oldLength === newTerms.length && oldLength > 0) {
      this.rows.data.set(newTerms, this.rowsAt[slot]);
      return;
    }
    if (oldLength > 0) this.rows.release(this.rowsAt[slot], oldLength);
    this.rowsAt[slot] = this.rows.store(newTerms);
    this.rowsLength[slot] = newTerms.length;
  }

  private addRow(term: number, slot: number): void {
    const column = this.terms.column[term];
    if (this.postings.count(term) === 0) this.deadTerms--;
    this.postings.add({ term, slot, slots: this.slots });
    this.columns.rowCount[column]++;
    this.columns.version[column]++;
  }

  private removeRow(term: number, slot: number): void {
    const column = this.terms.column[term];
    this.postings.remove({ term, slot, slots: this.slots });
    if (this.postings.count(term) === 0) this.deadTerms++;
    this.columns.rowCount[column]--;
    this.columns.version[column]++;
  }

  /** Forgets the terms that no entity has any more. `apply` does it when it is worth while. */
  rebuildTerms(): void {
    const { columns, terms, newTerms, newColumns, kept } = rebuildTerms(this);
    const derived = this.derived.renumbered({
      parts: { columns, terms, postings: this.postings },
      newTerms,
      newColumns,
    });
    this.postings.renumber(kept);
    for (const slot of this.idOrder.slots) {
      const rows = this.termsOf(slot);
      for (let i = 0; i < rows.length; i++) rows[i] = newTerms[rows[i]];
    }
    this.columns = columns;
    this.terms = terms;
    this.derived = derived;
    this.deadTerms = 0;
    this.collector.forgetNumbers();
    this.generation++;
  }
}
