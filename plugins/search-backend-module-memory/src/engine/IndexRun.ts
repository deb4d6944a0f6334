/** One run of indexing, in milliseconds since the epoch. A run that is under way has no `endedAt`. */
export interface IndexRun {
  startedAt: number;
  endedAt?: number;
  /** Whether the run failed, so that the index is still that of an earlier run, or missing. */
  failed: boolean;
}
