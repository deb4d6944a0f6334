import { Bitmap } from './Bitmap';
import { Checksum } from './Checksum';
import { SlotOrder } from './SlotOrder';
import { TextTable } from './TextTable';

/** An entity that the index has. The slot is its number in the index as long as it stays. */
export type IndexedEntity = {
  slot: number;
  entityId: string;
  entityRef: string;
  hash: string;
};

export type EntitySlotsSnapshot = {
  /** By slot; empty strings where the slot is free. */
  ids: string[];
  refs: string[];
  hashes: string[];
  free: Int32Array;
  byId: ReturnType<TextTable['dump']>;
  byRef: ReturnType<TextTable['dump']>;
  /** Slots by id and by ref. */
  idOrder: Int32Array;
  refOrder: Int32Array;
  checksum: string;
};

/** Numbers the entities, from 0 on and without large gaps: the slot of an entity that went is given to one that comes. */
export class EntitySlots {
  private ids: string[] = [];
  private refs: string[] = [];
  private hashes: string[] = [];
  private free: number[] = [];
  private byId = new TextTable(this.ids);
  private byRef = new TextTable(this.refs);
  idOrder = new SlotOrder(this.ids);
  refOrder = new SlotOrder(this.refs);
  private checksums = new Checksum();

  /** How many entities there are. */
  get size(): number {
    return this.byId.size;
  }

  /** How many slots there are, in use or not. */
  get capacity(): number {
    return this.ids.length;
  }

  find(
    query: { entityId: string } | { entityRef: string },
  ): number | undefined {
    return 'entityId' in query
      ? this.byId.find(query.entityId)
      : this.byRef.find(query.entityRef);
  }

  /** The entity in a slot that is in use. */
  entityAt(slot: number): IndexedEntity {
    return {
      slot,
      entityId: this.ids[slot],
      entityRef: this.refs[slot],
      hash: this.hashes[slot],
    };
  }

  /** Gives a slot to a new entity. It is not in the orders until `addToOrders`, which is cheaper for many at once. */
  take(entity: Omit<IndexedEntity, 'slot'>): number {
    const slot = this.free.pop() ?? this.capacity;
    this.ids[slot] = entity.entityId;
    this.refs[slot] = entity.entityRef;
    this.hashes[slot] = entity.hash;
    this.byId.add(slot);
    this.byRef.add(slot);
    this.checksums.add(entity.entityId, entity.hash);
    return slot;
  }

  addToOrders(slots: readonly number[]): void {
    this.idOrder.add(slots);
    this.refOrder.add(slots);
  }

  setHash(slot: number, hash: string): void {
    this.checksums.remove(this.ids[slot], this.hashes[slot]);
    this.hashes[slot] = hash;
    this.checksums.add(this.ids[slot], hash);
  }

  /** Frees slots that are in use. */
  release(slots: readonly number[]): void {
    this.idOrder.remove(slots);
    this.refOrder.remove(slots);
    for (const slot of slots) {
      this.checksums.remove(this.ids[slot], this.hashes[slot]);
      this.byId.delete(slot);
      this.byRef.delete(slot);
      this.ids[slot] = '';
      this.refs[slot] = '';
      this.hashes[slot] = '';
      this.free.push(slot);
    }
  }

  /** A set of all slots in use. */
  all(): Bitmap {
    const { capacity } = this;
    const all = Bitmap.withRoomFor(capacity);
    all.words.fill(0xffffffff, 0, capacity >>> 5);
    for (let slot = (capacity >>> 5) << 5; slot < capacity; slot++)
      all.add(slot);
    for (const slot of this.free) all.delete(slot);
    return all;
  }

  /** That of `Checksum` over all (entity id, hash). */
  checksum(): string {
    return this.checksums.toString();
  }

  dump(): EntitySlotsSnapshot {
    return {
      ids: this.ids,
      refs: this.refs,
      hashes: this.hashes,
      free: Int32Array.from(this.free),
      byId: this.byId.dump(),
      byRef: this.byRef.dump(),
      idOrder: this.idOrder.slots,
      refOrder: this.refOrder.slots,
      checksum: this.checksum(),
    };
  }

  static load(snapshot: EntitySlotsSnapshot): EntitySlots {
    const slots = new EntitySlots();
    slots.ids = snapshot.ids;
    slots.refs = snapshot.refs;
    slots.hashes = snapshot.hashes;
    slots.free = Array.from(snapshot.free);
    slots.byId = new TextTable(slots.ids, snapshot.byId);
    slots.byRef = new TextTable(slots.refs, snapshot.byRef);
    slots.idOrder = new SlotOrder(slots.ids, snapshot.idOrder);
    slots.refOrder = new SlotOrder(slots.refs, snapshot.refOrder);
    slots.checksums = Checksum.parse(snapshot.checksum);
    return slots;
  }
}
