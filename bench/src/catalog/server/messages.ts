/** What the benchmark asks of a server under test, over the channel between parent and child process. */
export type Request =
  | { type: 'apply'; entities: number; seed: number }
  | { type: 'count-written-rows' };

/** What the server says. */
export type Report =
  /** The catalog has connected its provider. */
  | { type: 'connected' }
  /** `applyMutation` is being called; milliseconds of the machine's clock. */
  | { type: 'applying'; startedAt: number }
  /** It has resolved, after so many milliseconds. */
  | { type: 'applied'; ms: number }
  | { type: 'written-rows'; rows: number }
  | { type: 'failed'; message: string };
