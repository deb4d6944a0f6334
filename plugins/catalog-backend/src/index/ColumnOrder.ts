import { compareBytes } from './compareBytes';
import { sortTermsByText } from './sortTermsByText';
import { NO_TERM, type TermDictionary } from './TermDictionary';

/** Facets are mostly asked of columns with no more values than this. */
const MOST_TEXTS_TO_KEEP = 10_000;

export type ColumnOrderSnapshot = {
  column: number;
  newest: number;
  byLower: Int32Array;
  byOriginal: Int32Array;
};

/**
 * The terms of one column in order, null left out: by lower-case value for lists and prefixes, by original value for facets. It
 * is built for the first query that needs it; `catchUp` merges in what came since.
 */
export class ColumnOrder {
  /** Twins are side by side. */
  byLower = new Int32Array(0);
  /** The same array as long as it is the same order. */
  byOriginal = this.byLower;
  private newest = NO_TERM;
  private originalTexts: string[] | undefined;

  constructor(
    private readonly dictionary: TermDictionary,
    readonly column: number,
  ) {}

  /** `newest` begins the column's chain, `most` is how many terms it has. */
  catchUp(newest: number, most: number): void {
    if (newest === this.newest) return;
    const { dictionary } = this;
    const added = new Int32Array(most - this.byLower.length);
    let length = 0;
    let differs = this.byOriginal !== this.byLower;
    for (
      let term = newest;
      term !== this.newest;
      term = dictionary.nextInColumn[term]
    ) {
      if (dictionary.isNull(term)) continue;
      added[length++] = term;
      differs ||= !dictionary.isLower(term);
    }
    const news = added.subarray(0, length);
    const byOriginal = differs
      ? this.merge(this.byOriginal, news.slice(), dictionary.originals)
      : undefined;
    this.byLower = this.merge(this.byLower, news, dictionary.lowers);
    this.byOriginal = byOriginal ?? this.byLower;
    this.newest = newest;
    this.originalTexts = undefined;
  }

  /** The original values of `byOriginal`. Kept when there are not too many. */
  readOriginals(): readonly string[] {
    if (this.originalTexts) return this.originalTexts;
    const texts = Array.from(this.byOriginal, term =>
      this.dictionary.readOriginal(term),
    );
    if (texts.length <= MOST_TEXTS_TO_KEEP) this.originalTexts = texts;
    return texts;
  }

  /** The first position in `byLower` whose value is not before the text. */
  search(text: Uint8Array, length: number): number {
    return this.firstWhere(
      (bytes, at, itsLength) =>
        compareBytes(bytes, at, itsLength, text, 0, length) >= 0,
    );
  }

  /** The first position in `byLower` whose value is after all that begin with the text. */
  searchAfterPrefix(text: Uint8Array, length: number): number {
    return this.firstWhere(
      (bytes, at, itsLength) =>
        compareBytes(bytes, at, Math.min(itsLength, length), text, 0, length) >
        0,
    );
  }

  dump(): ColumnOrderSnapshot {
    const { column, newest, byLower, byOriginal } = this;
    return { column, newest, byLower, byOriginal };
  }

  static load(
    dictionary: TermDictionary,
    snapshot: ColumnOrderSnapshot,
  ): ColumnOrder {
    const order = new ColumnOrder(dictionary, snapshot.column);
    order.newest = snapshot.newest;
    order.byLower = snapshot.byLower;
    order.byOriginal = snapshot.byOriginal;
    return order;
  }

  private firstWhere(
    holds: (bytes: Uint8Array, at: number, length: number) => boolean,
  ): number {
    const { text, lowers } = this.dictionary;
    let low = 0;
    let high = this.byLower.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const term = this.byLower[middle];
      if (holds(text.bytes, lowers.at[term], lowers.length[term]))
        high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Merges unsorted terms into sorted ones: few into many by searching, so that the many are copied in stretches. */
  private merge(
    sorted: Int32Array,
    news: Int32Array,
    texts: { at: Int32Array; length: Uint16Array },
  ): Int32Array {
    const { bytes } = this.dictionary.text;
    const { at, length } = texts;
    sortTermsByText({ terms: news, bytes, at, length });
    if (sorted.length === 0) return news.slice();
    const merged = new Int32Array(sorted.length + news.length);
    let from = 0;
    for (let i = 0; i < news.length; i++) {
      const term = news[i];
      let low = from;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = sorted[middle];
        const order = compareBytes(
          bytes,
          at[other],
          length[other],
          bytes,
          at[term],
          length[term],
        );
        // A new term has the highest number, and so comes after its twins.
        if (order <= 0) low = middle + 1;
        else high = middle;
      }
      merged.set(sorted.subarray(from, low), from + i);
      merged[low + i] = term;
      from = low;
    }
    merged.set(sorted.subarray(from), from + news.length);
    return merged;
  }
}
