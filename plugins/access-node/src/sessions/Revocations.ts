import type { UserToken } from './readUserToken';

/** What has been ended, as the database has it. */
export interface RevocationList {
  /** By entity reference in lower case: tokens issued up to then (seconds since 1970, `Infinity` for all) are refused. */
  people: ReadonlyMap<string, number>;
  /** Identities of single tokens. */
  tokens: ReadonlySet<string>;
}

/** Which tokens of users are refused although their signature is good. One for the process. */
export interface Revocations {
  /**
   * Resolves for a token that is honoured. Throws `AuthenticationError` for one that was ended, and `ServiceUnavailableError` when the list
   * has not been read for too long to know. Waits for the first list.
   */
  check(token: UserToken): Promise<void>;
  /** Whether the token was ended, by the last list. */
  has(token: UserToken): boolean;
  /** Of whom what was ended, by the last list: see `RevocationList`. */
  people(): ReadonlyMap<string, number>;
  /** Takes a list that was read from the database. `readAt` is when the reading began, by `monotonicMs`. */
  load(options: { list: RevocationList; readAt: number }): void;
  /** Runs after each list. @returns a function that stops it */
  onLoad(listener: () => void): () => void;
  /** A clock that is never set back. */
  monotonicMs(): number;
}
