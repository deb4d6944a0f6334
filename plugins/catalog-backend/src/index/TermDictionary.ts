import { Bitmap } from './Bitmap';
import { compareBytes } from './compareBytes';
import { growTo } from './growTo';
import { TextArena } from './TextArena';
import { Utf8Scratch } from './Utf8Scratch';

/** Stands in the length of a null value, which has no text. */
const NULL_LENGTH = 0xffff;
/** The end of a column's chain. */
export const NO_TERM = -1;

export type TermDictionarySnapshot = {
  size: number;
  column: Int32Array;
  nextInColumn: Int32Array;
  lowerAt: Int32Array;
  lowerLength: Uint16Array;
  originalAt: Int32Array;
  originalLength: Uint16Array;
  table: Int32Array;
  twins: Uint32Array;
  text: Uint8Array;
};

/** Where the text of each term is. */
type Texts = { at: Int32Array; length: Uint16Array };

function newTexts(): Texts {
  return { at: new Int32Array(1024), length: new Uint16Array(1024) };
}

/**
 * All distinct (column, original value) pairs, numbered. The lower-case value, by which filters match, follows from the
 * original; terms of one column with equal lower-case values are twins and share its text. Terms stay until the whole
 * dictionary is rebuilt.
 */
export class TermDictionary {
  size = 0;
  /** The following are indexed by term. */
  column = new Int32Array(1024);
  /** The column's terms are chained, from the newest to the oldest. */
  nextInColumn = new Int32Array(1024);
  lowers = newTexts();
  originals = newTexts();
  /** Terms that share their lower-case value with another. */
  private twins = new Bitmap(new Uint32Array(0));
  text = new TextArena();
  /** Open addressing with linear probing by (column, lower value); holds term + 1, and 0 where free. */
  private table = new Int32Array(4096);
  private readonly lower = new Utf8Scratch();
  private readonly original = new Utf8Scratch();

  /** The number of the term; a new one, which was `size` before, when there was none. Both values are null, or none. */
  intern(
    column: number,
    original: string | null,
    lower: string | null,
  ): number {
    if (original === null || lower === null) return this.internNull(column);
    this.lower.encode(lower);
    const isLower = original === lower;
    if (!isLower) this.original.encode(original);
    const wanted = isLower ? this.lower : this.original;

    const mask = this.table.length - 1;
    let twin = NO_TERM;
    let at = hash(column, this.lower.bytes, 0, this.lower.length) & mask;
    for (; this.table[at] !== 0; at = (at + 1) & mask) {
      const term = this.table[at] - 1;
      if (!this.hasLower(term, column)) continue;
      if (
        this.originals.length[term] === wanted.length &&
        this.text.equals(this.originals.at[term], wanted.bytes, wanted.length)
      )
        return term;
      twin = term;
    }

    const lowerLength = this.lower.length;
    let lowerAt: number;
    if (twin === NO_TERM)
      lowerAt = this.text.append(this.lower.bytes, lowerLength);
    else lowerAt = this.lowers.at[twin];
    const originalAt = isLower
      ? lowerAt
      : this.text.append(this.original.bytes, this.original.length);
    const term = this.append({
      column,
      lowerAt,
      lowerLength,
      originalAt,
      originalLength: wanted.length,
    });
    if (twin !== NO_TERM) {
      this.twins.add(twin);
      this.twins.add(term);
    }
    this.enter(term, at);
    return term;
  }

  /** Adds the terms of `column` whose lower-case value is `lower` to `terms`. */
  findByLower(options: {
    column: number;
    lower: string;
    terms: number[];
  }): void {
    const { column, lower, terms } = options;
    this.lower.encode(lower);
    const mask = this.table.length - 1;
    let at = hash(column, this.lower.bytes, 0, this.lower.length) & mask;
    for (; this.table[at] !== 0; at = (at + 1) & mask) {
      const term = this.table[at] - 1;
      if (this.hasLower(term, column)) terms.push(term);
    }
  }

  isNull(term: number): boolean {
    return this.lowers.length[term] === NULL_LENGTH;
  }

  hasTwin(term: number): boolean {
    return this.twins.has(term);
  }

  /** Whether two terms of one column have the same lower-case value. */
  sameLower(left: number, right: number): boolean {
    return (
      this.lowers.at[left] === this.lowers.at[right] &&
      this.lowers.length[left] === this.lowers.length[right]
    );
  }

  /** Compares lower-case values in code point order. */
  compareLower(left: number, right: number): number {
    const { bytes } = this.text;
    const { at, length } = this.lowers;
    return compareBytes(
      bytes,
      at[left],
      length[left],
      bytes,
      at[right],
      length[right],
    );
  }

  /** The lower-case value. */
  readLower(term: number): string {
    return this.text.read(this.lowers.at[term], this.lowers.length[term]);
  }

  readOriginal(term: number): string {
    return this.text.read(this.originals.at[term], this.originals.length[term]);
  }

  /** Whether the original value is lower case. */
  isLower(term: number): boolean {
    return this.originals.at[term] === this.lowers.at[term];
  }

  dump(): TermDictionarySnapshot {
    const { size } = this;
    return {
      size,
      column: this.column.subarray(0, size),
      nextInColumn: this.nextInColumn.subarray(0, size),
      lowerAt: this.lowers.at.subarray(0, size),
      lowerLength: this.lowers.length.subarray(0, size),
      originalAt: this.originals.at.subarray(0, size),
      originalLength: this.originals.length.subarray(0, size),
      table: this.table,
      twins: this.twins.words,
      text: this.text.dump(),
    };
  }

  static load(snapshot: TermDictionarySnapshot): TermDictionary {
    const dictionary = new TermDictionary();
    dictionary.size = snapshot.size;
    dictionary.column = snapshot.column;
    dictionary.nextInColumn = snapshot.nextInColumn;
    dictionary.lowers = {
      at: snapshot.lowerAt,
      length: snapshot.lowerLength,
    };
    dictionary.originals = {
      at: snapshot.originalAt,
      length: snapshot.originalLength,
    };
    dictionary.table = snapshot.table;
    dictionary.twins = new Bitmap(snapshot.twins);
    dictionary.text = new TextArena(snapshot.text);
    return dictionary;
  }

  private internNull(column: number): number {
    const mask = this.table.length - 1;
    let at = hash(column, this.lower.bytes, 0, 0) & mask;
    for (; this.table[at] !== 0; at = (at + 1) & mask) {
      const term = this.table[at] - 1;
      if (this.column[term] === column && this.isNull(term)) return term;
    }
    const term = this.append({
      column,
      lowerAt: 0,
      lowerLength: NULL_LENGTH,
      originalAt: 0,
      originalLength: NULL_LENGTH,
    });
    this.enter(term, at);
    return term;
  }

  /** Whether the term is of `column` and has the lower-case value that was encoded last. */
  private hasLower(term: number, column: number): boolean {
    return (
      this.column[term] === column &&
      this.lowers.length[term] === this.lower.length &&
      this.text.equals(
        this.lowers.at[term],
        this.lower.bytes,
        this.lower.length,
      )
    );
  }

  private append(values: {
    column: number;
    lowerAt: number;
    lowerLength: number;
    originalAt: number;
    originalLength: number;
  }): number {
    const term = this.size++;
    this.column = growTo(this.column, this.size);
    this.nextInColumn = growTo(this.nextInColumn, this.size);
    this.lowers.at = growTo(this.lowers.at, this.size);
    this.lowers.length = growTo(this.lowers.length, this.size);
    this.originals.at = growTo(this.originals.at, this.size);
    this.originals.length = growTo(this.originals.length, this.size);
    this.column[term] = values.column;
    this.nextInColumn[term] = NO_TERM;
    this.lowers.at[term] = values.lowerAt;
    this.lowers.length[term] = values.lowerLength;
    this.originals.at[term] = values.originalAt;
    this.originals.length[term] = values.originalLength;
    return term;
  }

  /** Puts a new term into the table at the free place that probing ended on. */
  private enter(term: number, at: number): void {
    this.table[at] = term + 1;
    if (this.size * 5 < this.table.length * 3) return;
    const table = new Int32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (let other = 0; other < this.size; other++) {
      const length = this.isNull(other) ? 0 : this.lowers.length[other];
      let place =
        hash(
          this.column[other],
          this.text.bytes,
          this.lowers.at[other],
          length,
        ) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = other + 1;
    }
    this.table = table;
  }
}

function hash(
  column: number,
  bytes: Uint8Array,
  at: number,
  length: number,
): number {
  let state = Math.imul(column + 1, 0x9e3779b1);
  for (let i = 0; i < length; i++)
    state = Math.imul(state ^ bytes[at + i], 0x01000193);
  state = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
  return state ^ (state >>> 13);
}
