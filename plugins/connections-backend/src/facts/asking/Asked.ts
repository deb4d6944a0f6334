/** What became of a question to GitHub. */
export type Asked<T = any> =
  | { outcome: 'answered'; data: T; header: ReadHeader; ms: number }
  /** GitHub said no. `message` is GitHub's. */
  | { outcome: 'refused'; status: number; message: string; header: ReadHeader }
  /** There was no answer. `reason` says why, in a sentence without its full stop. */
  | {
      outcome: 'silent';
      reason: string;
      /** Set where our own budget did not let the question go: until when, ISO 8601. */
      heldBack?: { until: string };
    };

/** By lower-case name. */
export type ReadHeader = (name: string) => string | undefined;
