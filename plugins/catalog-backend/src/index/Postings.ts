import { Bitmap } from './Bitmap';
import { growTo } from './growTo';
import { IntArena, type IntArenaSnapshot } from './IntArena';

/** From this many entries on a bitmap may be smaller. */
const LEAST_FOR_BITMAP = 64;

export type PostingsSnapshot = {
  counts: Int32Array;
  places: Int32Array;
  lists: IntArenaSnapshot;
  bitmaps: Uint32Array[];
};

/**
 * For each term the slots of the entities that have it. Most terms belong to one entity, which is kept in place; few to some,
 * kept as a sorted list; very few to many, kept as a bitmap.
 */
export class Postings {
  /** By term. */
  private counts = new Int32Array(1024);
  /** By term: the one slot, where the list begins, or `~index` of the bitmap. Without meaning when the count is 0. */
  private places = new Int32Array(1024);
  private lists = new IntArena();
  private bitmaps: Bitmap[] = [];
  private readonly freeBitmaps: number[] = [];

  /** Makes room for terms up to `size - 1`. */
  reserve(size: number): void {
    this.counts = growTo(this.counts, size);
    this.places = growTo(this.places, size);
  }

  /** How many entities have the term. */
  count(term: number): number {
    return this.counts[term];
  }

  /** `slot` must not be there yet. `slots` is how many slots the index has, in use or not. */
  add(options: { term: number; slot: number; slots: number }): void {
    const { term, slot, slots } = options;
    const count = this.counts[term];
    const place = this.places[term];
    this.counts[term] = count + 1;
    if (count === 0) {
      this.places[term] = slot;
    } else if (count === 1) {
      const offset = this.lists.allocate(2);
      this.lists.data[offset] = Math.min(place, slot);
      this.lists.data[offset + 1] = Math.max(place, slot);
      this.places[term] = offset;
    } else if (place < 0) {
      this.bitmaps[~place].add(slot);
      if (count * 64 < slots) this.toList(term);
    } else {
      this.insert({ term, slot, count, place });
      if (count >= LEAST_FOR_BITMAP && count * 32 >= slots) this.toBitmap(term);
    }
  }

  /** `slot` must be there. */
  remove(options: { term: number; slot: number; slots: number }): void {
    const { term, slot, slots } = options;
    const count = this.counts[term] - 1;
    const place = this.places[term];
    this.counts[term] = count;
    if (count === 0) return;
    if (place < 0) {
      this.bitmaps[~place].delete(slot);
      // Half of what makes a bitmap, so that a term does not go back and forth.
      if (count < LEAST_FOR_BITMAP / 2 || count * 64 < slots) this.toList(term);
      return;
    }
    const { data } = this.lists;
    const at = this.search({ place, count: count + 1, slot });
    data.copyWithin(at, at + 1, place + count + 1);
    if (count === 1) {
      this.places[term] = data[place];
      this.lists.release(place, 2);
    } else if (IntArena.blockSize(count) !== IntArena.blockSize(count + 1)) {
      this.places[term] = this.lists.store(data.slice(place, place + count));
      this.lists.release(place, count + 1);
    }
  }

  has(term: number, slot: number): boolean {
    const count = this.counts[term];
    const place = this.places[term];
    if (count === 0) return false;
    if (count === 1) return place === slot;
    if (place < 0) return this.bitmaps[~place].has(slot);
    const at = this.search({ place, count, slot });
    return at < place + count && this.lists.data[at] === slot;
  }

  /** The one slot of a term whose count is 1. */
  only(term: number): number {
    return this.places[term];
  }

  /** Adds the slots of the term to a set. */
  addTo(term: number, set: Bitmap): void {
    const count = this.counts[term];
    const place = this.places[term];
    if (count === 0) return;
    if (count === 1) {
      set.add(place);
    } else if (place < 0) {
      set.or(this.bitmaps[~place]);
    } else {
      const { data } = this.lists;
      for (let i = place; i < place + count; i++) set.add(data[i]);
    }
  }

  /** How many slots of the term are in a set. */
  countIn(term: number, set: Bitmap): number {
    const count = this.counts[term];
    const place = this.places[term];
    if (count === 0) return 0;
    if (count === 1) return set.has(place) ? 1 : 0;
    if (place < 0) return this.bitmaps[~place].countAnd(set);
    const { data } = this.lists;
    const { words } = set;
    let total = 0;
    for (let i = place; i < place + count; i++) {
      const slot = data[i];
      total += ((words[slot >>> 5] ?? 0) >>> (slot & 31)) & 1;
    }
    return total;
  }

  /** The slots of the term, ascending. */
  toArray(term: number): Int32Array {
    const count = this.counts[term];
    const place = this.places[term];
    if (count === 0) return new Int32Array(0);
    if (count === 1) return Int32Array.of(place);
    if (place < 0) return this.bitmaps[~place].toArray();
    return this.lists.data.slice(place, place + count);
  }

  /** Forgets terms that no entity has, and renumbers the others: `kept[new]` is the old number. */
  renumber(kept: Int32Array): void {
    const counts = new Int32Array(kept.length);
    const places = new Int32Array(kept.length);
    for (let term = 0; term < kept.length; term++) {
      counts[term] = this.counts[kept[term]];
      places[term] = this.places[kept[term]];
    }
    this.counts = counts;
    this.places = places;
  }

  /** For `terms` terms. Shares memory with the postings. */
  dump(terms: number): PostingsSnapshot {
    return {
      counts: this.counts.subarray(0, terms),
      places: this.places.subarray(0, terms),
      lists: this.lists.dump(),
      bitmaps: this.bitmaps.map(bitmap => bitmap.words),
    };
  }

  static load(snapshot: PostingsSnapshot): Postings {
    const postings = new Postings();
    postings.counts = snapshot.counts;
    postings.places = snapshot.places;
    postings.lists = IntArena.load(snapshot.lists);
    postings.bitmaps = snapshot.bitmaps.map(words => new Bitmap(words));
    postings.bitmaps.forEach(({ words }, index) => {
      if (words.length === 0) postings.freeBitmaps.push(index);
    });
    return postings;
  }

  private insert(options: {
    term: number;
    slot: number;
    count: number;
    place: number;
  }): void {
    const { term, slot, count } = options;
    let { place } = options;
    if (IntArena.blockSize(count) !== IntArena.blockSize(count + 1)) {
      const larger = this.lists.allocate(count + 1);
      this.lists.data.copyWithin(larger, place, place + count);
      this.lists.release(place, count);
      this.places[term] = larger;
      place = larger;
    }
    const at = this.search({ place, count, slot });
    this.lists.data.copyWithin(at + 1, at, place + count);
    this.lists.data[at] = slot;
  }

  /** Where `slot` is in a list, or would be. */
  private search(options: {
    place: number;
    count: number;
    slot: number;
  }): number {
    const { place, count, slot } = options;
    const { data } = this.lists;
    let low = place;
    let high = place + count;
    // New slots are mostly the highest.
    if (data[high - 1] < slot) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (data[middle] < slot) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private toBitmap(term: number): void {
    const count = this.counts[term];
    const place = this.places[term];
    const { data } = this.lists;
    const bitmap = Bitmap.withRoomFor(data[place + count - 1] + 1);
    for (let i = place; i < place + count; i++) bitmap.add(data[i]);
    this.lists.release(place, count);
    const index = this.freeBitmaps.pop() ?? this.bitmaps.length;
    this.bitmaps[index] = bitmap;
    this.places[term] = ~index;
  }

  private toList(term: number): void {
    const index = ~this.places[term];
    this.places[term] = this.lists.store(this.bitmaps[index].toArray());
    this.bitmaps[index] = new Bitmap(new Uint32Array(0));
    this.freeBitmaps.push(index);
  }
}
