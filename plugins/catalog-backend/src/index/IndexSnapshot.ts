import type { ColumnOrderSnapshot } from './ColumnOrder';
import type { ColumnsSnapshot } from './Columns';
import type { EntitySlotsSnapshot } from './EntitySlots';
import type { IntArenaSnapshot } from './IntArena';
import type { PostingsSnapshot } from './Postings';
import type { TermDictionarySnapshot } from './TermDictionary';

/** To be raised with every change to what a snapshot holds or means, the rules of `toSearchRows` included. */
export const INDEX_SNAPSHOT_VERSION = 1;

/**
 * A whole index in typed arrays and arrays of strings, to be written with `v8.serialize`. It shares memory with the index, so
 * it must be serialised before the index changes again.
 */
export type IndexSnapshot = {
  version: number;
  entities: EntitySlotsSnapshot;
  /** By slot: where its terms are in `rows`. */
  rowsAt: Int32Array;
  rowsLength: Int32Array;
  rows: IntArenaSnapshot;
  columns: ColumnsSnapshot;
  terms: TermDictionarySnapshot;
  postings: PostingsSnapshot;
  orders: ColumnOrderSnapshot[];
  deadTerms: number;
};
