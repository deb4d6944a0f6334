/** Where replicas find out that another one is refreshing the same session, and what came of it. Entries live for seconds. */
export interface RefreshStore {
  /**
   * Asks to be the one that refreshes. `claimed`: it is the caller, who has to `finish` or `release`. `busy`: another one is at it.
   * `done`: another one was, and this is what it sealed.
   */
  claim(options: {
    key: string;
    /** So long a claim holds if its owner dies. */
    claimMs: number;
  }): Promise<
    | { outcome: 'claimed' }
    | { outcome: 'busy' }
    | { outcome: 'done'; sealed: string }
  >;
  finish(options: {
    key: string;
    sealed: string;
    /** So long it can be found. */
    keepMs: number;
  }): Promise<void>;
  release(options: { key: string }): Promise<void>;
}
