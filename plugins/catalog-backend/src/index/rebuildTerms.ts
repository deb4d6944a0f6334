import { Columns } from './Columns';
import type { Postings } from './Postings';
import { TermDictionary } from './TermDictionary';

/** New numbers by old number; -1 stands for gone. Their order stays. */
export type RebuiltTerms = {
  columns: Columns;
  terms: TermDictionary;
  newTerms: Int32Array;
  newColumns: Int32Array;
  /** The old number by new number. */
  kept: Int32Array;
};

/** A dictionary and columns with only those terms that an entity has. */
export function rebuildTerms(old: {
  columns: Columns;
  terms: TermDictionary;
  postings: Postings;
}): RebuiltTerms {
  const columns = new Columns();
  const terms = new TermDictionary();
  const newTerms = new Int32Array(old.terms.size).fill(-1);
  const newColumns = new Int32Array(old.columns.keys.length).fill(-1);
  const kept = new Int32Array(old.terms.size);
  for (let oldTerm = 0; oldTerm < old.terms.size; oldTerm++) {
    if (old.postings.count(oldTerm) === 0) continue;
    const oldColumn = old.terms.column[oldTerm];
    const column = columns.intern(old.columns.keys[oldColumn]);
    newColumns[oldColumn] = column;
    columns.rowCount[column] = old.columns.rowCount[oldColumn];
    const isNull = old.terms.isNull(oldTerm);
    const term = terms.intern(
      column,
      isNull ? null : old.terms.readOriginal(oldTerm),
      isNull ? null : old.terms.readLower(oldTerm),
    );
    columns.chain(terms, term);
    newTerms[oldTerm] = term;
    kept[term] = oldTerm;
  }
  return {
    columns,
    terms,
    newTerms,
    newColumns,
    kept: kept.slice(0, terms.size),
  };
}
