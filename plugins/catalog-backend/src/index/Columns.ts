import { growTo } from './growTo';
import { TextTable } from './TextTable';
import { NO_TERM, type TermDictionary } from './TermDictionary';

export type ColumnsSnapshot = {
  keys: string[];
  byKey: ReturnType<TextTable['dump']>;
  newestTerm: Int32Array;
  termCount: Int32Array;
  rowCount: Int32Array;
};

/**
 * The keys that entities are found by, numbered. There are many with one value only (`metadata.tags.java` = true), so a column
 * is a few numbers, and everything larger is built when a query asks for it.
 */
export class Columns {
  keys: string[] = [];
  private byKey = new TextTable(this.keys);
  /** By column: where the chain of its terms begins. */
  newestTerm = new Int32Array(256);
  /** By column: how many terms it has, those that no entity has any more included. */
  termCount = new Int32Array(256);
  /** By column: how many (entity, term) pairs it has. */
  rowCount = new Int32Array(256);
  /** By column: counts its changes. */
  version = new Int32Array(256);

  find(key: string): number | undefined {
    return this.byKey.find(key);
  }

  intern(key: string): number {
    const known = this.byKey.find(key);
    if (known !== undefined) return known;
    const column = this.keys.length;
    this.keys.push(key);
    this.byKey.add(column);
    this.newestTerm = growTo(this.newestTerm, column + 1);
    this.termCount = growTo(this.termCount, column + 1);
    this.rowCount = growTo(this.rowCount, column + 1);
    this.version = growTo(this.version, column + 1);
    this.newestTerm[column] = NO_TERM;
    return column;
  }

  /** Puts a new term at the beginning of its column's chain. */
  chain(terms: TermDictionary, term: number): void {
    const column = terms.column[term];
    terms.nextInColumn[term] = this.newestTerm[column];
    this.newestTerm[column] = term;
    this.termCount[column]++;
  }

  dump(): ColumnsSnapshot {
    const { length } = this.keys;
    return {
      keys: this.keys,
      byKey: this.byKey.dump(),
      newestTerm: this.newestTerm.subarray(0, length),
      termCount: this.termCount.subarray(0, length),
      rowCount: this.rowCount.subarray(0, length),
    };
  }

  static load(snapshot: ColumnsSnapshot): Columns {
    const columns = new Columns();
    columns.keys = snapshot.keys;
    columns.byKey = new TextTable(columns.keys, snapshot.byKey);
    columns.newestTerm = snapshot.newestTerm;
    columns.termCount = snapshot.termCount;
    columns.rowCount = snapshot.rowCount;
    columns.version = new Int32Array(snapshot.keys.length);
    return columns;
  }
}
