import type { Entity } from '@backstage/catalog-model';
import { Bitmap } from './Bitmap';
import { Checksum } from './Checksum';
import { Column } from './Column';
import { Columns } from './Columns';
import { DerivedColumns } from './DerivedColumns';
import { growTo } from './growTo';
import { INDEX_SNAPSHOT_VERSION, type IndexSnapshot } from './IndexSnapshot';
import { IntArena } from './IntArena';
import { Postings } from './Postings';
import { rebuildTerms } from './rebuildTerms';
import { RowCollector } from './RowCollector';
import { SlotOrder } from './SlotOrder';
import { TermDictionary } from './TermDictionary';

/** From so many terms without an entity on it may be worth while to rebuild the dictionary. */
const LEAST_DEAD_TERMS = 4096;

export type IndexEntry = {
  entityId: string;
  entityRef: string;
  hash: string;
  /** The final entity. It is not kept. */
  entity: Entity;
};

export type IndexChange = {
  upserts: readonly IndexEntry[];
  /** Entity ids; those that the index does not have are passed over. */
  removals: readonly string[];
};

/** An entity that the index has. The slot is its number in the index as long as it stays. */
export type IndexedEntity = {
  slot: number;
  entityId: string;
  entityRef: string;
  hash: string;
};

/**
 * What every entity is found by, in memory: for each key a column of values, for each value the entities that have it. Nothing
 * of it is the source of anything: it can be built anew from the final entities at any time.
 */
export class EntityIndex {
  columns = new Columns();
  terms = new TermDictionary();
  postings = new Postings();

  /** By slot; empty where the slot is free. */
  private entityIds: string[] = [];
  private entityRefs: string[] = [];
  private hashes: string[] = [];
  private freeSlots: number[] = [];
  private slotById = new Map<string, number>();
  private slotByRef = new Map<string, number>();
  idOrder = new SlotOrder(this.entityIds);
  refOrder = new SlotOrder(this.entityRefs);
  private checksums = new Checksum();

  /** By slot: its terms, ascending, as a list in `rows`. */
  private rowsAt = new Int32Array(256);
  private rowsLength = new Int32Array(256);
  private rows = new IntArena();
  /** Terms that no entity has. */
  private deadTerms = 0;
  private derived = new DerivedColumns(this);
  private readonly collector = new RowCollector(this, term => {
    this.columns.chain(this.terms, term);
    this.postings.reserve(term + 1);
    this.deadTerms++;
  });

  /** How many entities there are. */
  get size(): number {
    return this.slotById.size;
  }

  /** How many slots there are, in use or not. */
  get slots(): number {
    return this.entityIds.length;
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
    if (added.length > 0) {
      this.idOrder.add(Int32Array.from(added));
      this.refOrder.add(Int32Array.from(added));
    }
    if (
      this.deadTerms > LEAST_DEAD_TERMS &&
      this.deadTerms * 3 > this.terms.size
    )
      this.rebuildTerms();
  }

  get(
    query: { entityRef: string } | { entityId: string },
  ): IndexedEntity | undefined {
    const slot =
      'entityRef' in query
        ? this.slotByRef.get(query.entityRef)
        : this.slotById.get(query.entityId);
    return slot === undefined ? undefined : this.entityAt(slot);
  }

  /** The entity in a slot that is in use. */
  entityAt(slot: number): IndexedEntity {
    return {
      slot,
      entityId: this.entityIds[slot],
      entityRef: this.entityRefs[slot],
      hash: this.hashes[slot],
    };
  }

  /** The original values, null left out, that an entity has at a key in any case; sorted. */
  valuesOf(options: { entityRef: string; key: string }): string[] {
    const slot = this.slotByRef.get(options.entityRef);
    const column = this.columns.find(options.key.toLowerCase());
    if (slot === undefined || column === undefined) return [];
    const values: string[] = [];
    for (const term of this.termsOf(slot))
      if (this.terms.column[term] === column && !this.terms.isNull(term))
        values.push(this.terms.readOriginal(term));
    return values.sort();
  }

  /** All entities, in no particular order. */
  *entries(): Iterable<{ entityId: string; hash: string }> {
    for (const [entityId, slot] of this.slotById)
      yield { entityId, hash: this.hashes[slot] };
  }

  /** That of `Checksum` over all (entity id, hash). */
  checksum(): string {
    return this.checksums.toString();
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
    const all = this.none();
    all.words.fill(0xffffffff, 0, this.slots >>> 5);
    for (let slot = (this.slots >>> 5) << 5; slot < this.slots; slot++)
      all.add(slot);
    for (const slot of this.freeSlots) all.delete(slot);
    return all;
  }

  /** An empty set with room for all slots. */
  none(): Bitmap {
    return Bitmap.withRoomFor(this.slots);
  }

  dump(): IndexSnapshot {
    const { slots } = this;
    return {
      version: INDEX_SNAPSHOT_VERSION,
      entityIds: this.entityIds,
      entityRefs: this.entityRefs,
      hashes: this.hashes,
      freeSlots: this.freeSlots,
      idOrder: this.idOrder.slots,
      refOrder: this.refOrder.slots,
      rowsAt: this.rowsAt.subarray(0, slots),
      rowsLength: this.rowsLength.subarray(0, slots),
      rows: this.rows.dump(),
      columns: this.columns.dump(),
      terms: this.terms.dump(),
      postings: this.postings.dump(this.terms.size),
      orders: this.derived.dump(),
    };
  }

  /** Takes over the snapshot's memory. Throws when the snapshot is of another version. */
  static load(snapshot: IndexSnapshot): EntityIndex {
    if (snapshot.version !== INDEX_SNAPSHOT_VERSION)
      throw new Error(
        `The index snapshot has version ${snapshot.version}, not ${INDEX_SNAPSHOT_VERSION}`,
      );
    const index = new EntityIndex();
    index.entityIds = snapshot.entityIds;
    index.entityRefs = snapshot.entityRefs;
    index.hashes = snapshot.hashes;
    index.freeSlots = snapshot.freeSlots;
    index.idOrder = new SlotOrder(index.entityIds, snapshot.idOrder);
    index.refOrder = new SlotOrder(index.entityRefs, snapshot.refOrder);
    for (const slot of snapshot.idOrder) {
      const { entityId, entityRef, hash } = index.entityAt(slot);
      index.slotById.set(entityId, slot);
      index.slotByRef.set(entityRef, slot);
      index.checksums.add(entityId, hash);
    }
    index.rowsAt = snapshot.rowsAt;
    index.rowsLength = snapshot.rowsLength;
    index.rows = IntArena.load(snapshot.rows);
    index.columns = Columns.load(snapshot.columns);
    index.terms = TermDictionary.load(snapshot.terms);
    index.postings = Postings.load(snapshot.postings);
    for (let term = 0; term < index.terms.size; term++)
      if (index.postings.count(term) === 0) index.deadTerms++;
    index.derived = new DerivedColumns(index);
    for (const order of snapshot.orders) index.derived.loadOrder(order);
    return index;
  }

  /** The slots to be freed: what is removed, and what comes back under another ref or id. */
  private findRemovals(change: IndexChange): number[] {
    const slots = new Set<number>();
    for (const entityId of change.removals) {
      const slot = this.slotById.get(entityId);
      if (slot !== undefined) slots.add(slot);
    }
    const idByRef = new Map<string, string>();
    for (const { entityId, entityRef } of change.upserts) {
      if ((idByRef.get(entityRef) ?? entityId) !== entityId)
        throw new Error(`Two entities have the ref ${entityRef}`);
      idByRef.set(entityRef, entityId);
      const ofId = this.slotById.get(entityId);
      const ofRef = this.slotByRef.get(entityRef);
      if (ofId === ofRef) continue;
      if (ofId !== undefined) slots.add(ofId);
      if (ofRef !== undefined) slots.add(ofRef);
    }
    return Array.from(slots);
  }

  private removeAll(removals: number[]): void {
    const removed = this.none();
    for (const slot of removals) removed.add(slot);
    this.idOrder.remove(removed);
    this.refOrder.remove(removed);
    for (const slot of removals) {
      for (const term of this.termsOf(slot)) this.removeRow(term, slot);
      this.rows.release(this.rowsAt[slot], this.rowsLength[slot]);
      this.rowsLength[slot] = 0;
      this.checksums.remove(this.entityIds[slot], this.hashes[slot]);
      this.slotById.delete(this.entityIds[slot]);
      this.slotByRef.delete(this.entityRefs[slot]);
      this.entityIds[slot] = '';
      this.entityRefs[slot] = '';
      this.hashes[slot] = '';
      this.freeSlots.push(slot);
    }
  }

  private upsert(entry: IndexEntry, added: number[]): void {
    const { entityId, entityRef, hash, entity } = entry;
    let slot = this.slotById.get(entityId);
    if (slot === undefined) {
      slot = this.freeSlots.pop() ?? this.slots;
      added.push(slot);
      this.entityIds[slot] = entityId;
      this.entityRefs[slot] = entityRef;
      this.slotById.set(entityId, slot);
      this.slotByRef.set(entityRef, slot);
      this.rowsAt = growTo(this.rowsAt, slot + 1);
      this.rowsLength = growTo(this.rowsLength, slot + 1);
    } else {
      this.checksums.remove(entityId, this.hashes[slot]);
    }
    this.hashes[slot] = hash;
    this.checksums.add(entityId, hash);
    this.replaceRows(slot, this.collector.collect(entity));
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

  private rebuildTerms(): void {
    const { columns, terms, newTerms, newColumns, kept } = rebuildTerms(this);
    const derived = this.derived.renumbered({
      parts: { columns, terms, postings: this.postings },
      newTerms,
      newColumns,
    });
    this.postings.renumber(kept);
    for (const slot of this.slotById.values()) {
      const rows = this.termsOf(slot);
      for (let i = 0; i < rows.length; i++) rows[i] = newTerms[rows[i]];
    }
    this.columns = columns;
    this.terms = terms;
    this.derived = derived;
    this.deadTerms = 0;
  }
}
