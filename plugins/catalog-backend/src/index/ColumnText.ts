import { NO_TERM, type TermDictionary } from './TermDictionary';

/** More pieces than this are joined, since each costs a scan of its own. */
const MOST_CHUNKS = 8;

/** The lower-case values of some terms in one string, each followed by a separator. */
export type TextChunk = {
  text: string;
  terms: Int32Array;
  /** By term: where its value begins; one more at the end, for where the next would. */
  starts: Int32Array;
};

/**
 * All distinct values of one column in a few long strings, to be scanned for a substring: that is one call for many values
 * instead of one for each. Built for the first query that needs it; `catchUp` adds what came since.
 */
export class ColumnText {
  chunks: TextChunk[] = [];
  private newest = NO_TERM;

  constructor(private readonly dictionary: TermDictionary) {}

  /** How many values there are. */
  get size(): number {
    return this.chunks.reduce((total, chunk) => total + chunk.terms.length, 0);
  }

  /** `newest` begins the column's chain. */
  catchUp(newest: number): void {
    if (newest === this.newest) return;
    const terms: number[] = [];
    for (
      let term = newest;
      term !== this.newest;
      term = this.dictionary.nextInColumn[term]
    )
      if (!this.dictionary.isNull(term)) terms.push(term);
    this.newest = newest;
    if (terms.length === 0) return;
    this.chunks.push(this.toChunk(terms));
    if (this.chunks.length > MOST_CHUNKS)
      this.chunks = [
        this.toChunk(this.chunks.flatMap(chunk => Array.from(chunk.terms))),
      ];
  }

  private toChunk(terms: number[]): TextChunk {
    const starts = new Int32Array(terms.length + 1);
    const values: string[] = [];
    for (let i = 0; i < terms.length; i++) {
      const value = this.dictionary.readLower(terms[i]);
      values.push(value);
      starts[i + 1] = starts[i] + value.length + 1;
    }
    values.push('');
    return { text: values.join('\0'), terms: Int32Array.from(terms), starts };
  }
}
