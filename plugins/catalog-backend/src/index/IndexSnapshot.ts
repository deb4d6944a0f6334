import type { ColumnOrderSnapshot } from './ColumnOrder';
import type { ColumnsSnapshot } from './Columns';
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
  /** By slot; empty strings where the slot is free. */
  entityIds: string[];
  entityRefs: string[];
  hashes: string[];
  freeSlots: number[];
  /** Slots by entity id and by entity ref. */
  idOrder: Int32Array;
  refOrder: Int32Array;
  rowsAt: Int32Array;
  rowsLength: Int32Array;
  rows: IntArenaSnapshot;
  columns: ColumnsSnapshot;
  terms: TermDictionarySnapshot;
  postings: PostingsSnapshot;
  orders: ColumnOrderSnapshot[];
};
