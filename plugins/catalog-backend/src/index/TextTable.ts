import { hashText } from './hashText';

const SEED = 0x9e3779b1;

/**
 * Finds the number of a text, where the texts are in an array by their numbers. A table of its own (open addressing, linear
 * probing) rather than a `Map`, since it is a third of the size and is stored in a snapshot as it is.
 */
export class TextTable {
  /** Number + 1; 0 where free. The length is a power of two. */
  private table: Int32Array;
  size: number;

  constructor(
    /** Grows and changes with its owner, but the text of a number in the table must stay. */
    private readonly texts: readonly string[],
    stored?: { table: Int32Array; size: number },
  ) {
    this.table = stored?.table ?? new Int32Array(256);
    this.size = stored?.size ?? 0;
  }

  find(text: string): number | undefined {
    const mask = this.table.length - 1;
    let at = hashText(text, SEED) & mask;
    for (; this.table[at] !== 0; at = (at + 1) & mask)
      if (this.texts[this.table[at] - 1] === text) return this.table[at] - 1;
    return undefined;
  }

  /** The text of the number must not be in the table. */
  add(number: number): void {
    this.size++;
    if (this.size * 5 > this.table.length * 3) this.double();
    this.put(number);
  }

  /** The number must be in the table. */
  delete(number: number): void {
    const { table } = this;
    const mask = table.length - 1;
    let hole = this.homeOf(number);
    while (table[hole] !== number + 1) hole = (hole + 1) & mask;
    // What was put further on because of this one moves up, so that no search ends too early.
    for (let at = (hole + 1) & mask; table[at] !== 0; at = (at + 1) & mask) {
      const home = this.homeOf(table[at] - 1);
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      table[hole] = table[at];
      hole = at;
    }
    table[hole] = 0;
    this.size--;
  }

  dump(): { table: Int32Array; size: number } {
    return { table: this.table, size: this.size };
  }

  private homeOf(number: number): number {
    return hashText(this.texts[number], SEED) & (this.table.length - 1);
  }

  private put(number: number): void {
    const mask = this.table.length - 1;
    let at = this.homeOf(number);
    while (this.table[at] !== 0) at = (at + 1) & mask;
    this.table[at] = number + 1;
  }

  private double(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    for (const entry of old) if (entry !== 0) this.put(entry - 1);
  }
}
