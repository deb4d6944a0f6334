import type { Bitmap } from './Bitmap';
import { compareCodePoints } from './compareCodePoints';

/** The slots in use, sorted by a text that each has, in code point order. */
export class SlotOrder {
  slots: Int32Array;

  constructor(
    /** By slot. */
    private readonly texts: readonly string[],
    slots = new Int32Array(0),
  ) {
    this.slots = slots;
  }

  remove(removed: Bitmap): void {
    this.slots = this.slots.filter(slot => !removed.has(slot));
  }

  /** Adds slots that are not in it. */
  add(added: Int32Array): void {
    const news = added.sort((a, b) => this.compare(a, b));
    const merged = new Int32Array(this.slots.length + news.length);
    let from = 0;
    for (let i = 0; i < news.length; i++) {
      const to = this.search(this.texts[news[i]], from);
      merged.set(this.slots.subarray(from, to), from + i);
      merged[to + i] = news[i];
      from = to;
    }
    merged.set(this.slots.subarray(from), from + news.length);
    this.slots = merged;
  }

  /** The first position whose text is not before `text`. */
  search(text: string, from = 0): number {
    let low = from;
    let high = this.slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareCodePoints(this.texts[this.slots[middle]], text) < 0)
        low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first position whose text is after `text`. No two slots have the same text. */
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
