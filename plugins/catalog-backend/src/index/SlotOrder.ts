import { compareCodePoints } from './compareCodePoints';

/** Slots sorted by a text that each has, in code point order. No two slots have the same text. */
export class SlotOrder {
  constructor(
    /** By slot. The text of a slot in the order must stay. */
    private readonly texts: readonly string[],
    public slots = new Int32Array(0),
  ) {}

  /** Removes slots that are in it. */
  remove(removed: readonly number[]): void {
    const positions = Int32Array.from(removed, slot =>
      this.search(this.texts[slot]),
    ).sort();
    const rest = new Int32Array(this.slots.length - positions.length);
    let from = 0;
    for (let i = 0; i < positions.length; i++) {
      rest.set(this.slots.subarray(from, positions[i]), from - i);
      from = positions[i] + 1;
    }
    rest.set(this.slots.subarray(from), from - positions.length);
    this.slots = rest;
  }

  /** Adds slots that are not in it. */
  add(added: readonly number[]): void {
    const sorted = Array.from(added).sort((a, b) => this.compare(a, b));
    const merged = new Int32Array(this.slots.length + sorted.length);
    let from = 0;
    for (let i = 0; i < sorted.length; i++) {
      const to = this.search(this.texts[sorted[i]], from);
      merged.set(this.slots.subarray(from, to), from + i);
      merged[to + i] = sorted[i];
      from = to;
    }
    merged.set(this.slots.subarray(from), from + sorted.length);
    this.slots = merged;
  }

  /** The first position from `from` on whose text is not before `text`. */
  search(text: string, from = 0): number {
    let low = from;
    let high = this.slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.compareWith(this.slots[middle], text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first position whose text is after `text`. */
  searchAfter(text: string): number {
    const at = this.search(text);
    const isThere =
      at < this.slots.length && this.texts[this.slots[at]] === text;
    return isThere ? at + 1 : at;
  }

  compare(left: number, right: number): number {
    return compareCodePoints(this.texts[left], this.texts[right]);
  }

  compareWith(slot: number, text: string): number {
    return compareCodePoints(this.texts[slot], text);
  }
}
