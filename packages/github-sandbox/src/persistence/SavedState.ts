import type { State } from '../core/state';

/** The state as it lies on disk. Git repositories lie beside it. */
export interface SavedState {
  /** Raised when records change in a way that older files do not have; an older file is then not read. */
  version: 1;
  lastId: number;
  /** How far sandbox time was ahead of the machine's, in milliseconds. Else what has happened would lie in the future. */
  clockOffsetMs?: number;
  tables: { [Name in keyof State]: unknown[] };
}
