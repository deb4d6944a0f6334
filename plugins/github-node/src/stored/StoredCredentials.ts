import type { StoredCredential } from './StoredCredential';

/** The file of stored credentials. Other processes on the same data directory see a change within seconds. */
export interface StoredCredentials {
  /** Undefined when there is no data directory: then what is added lives as long as the process. */
  readonly file: string | undefined;
  list(): StoredCredential[];
  /**
   * Adds, or takes the place of the one with the same host and App id, or host and `replaces`. Tokens that nothing leads to any more go.
   *
   * `expected`: what `list` gave when the caller began. Throws `ConflictError` when the credentials of this kind on this host have changed
   * since, as by another process, and while the file is damaged; `InputError` for one that could not be read again. Neither changes anything.
   */
  put(
    credential: StoredCredential,
    options?: { expected?: StoredCredential[] },
  ): Promise<void>;
  /** `fingerprint` is that of the stored token. Nothing happens where nothing matches. */
  remove(match: {
    host: string;
    appId?: number;
    fingerprint?: string;
  }): Promise<void>;
  /** Looks at the file now, instead of within the next two seconds. */
  refresh(): Promise<void>;
  /** Why the file could not be read; what it held before stays in use. Undefined: all is well. */
  problem(): { reason: string; since: string } | undefined;
  onChange(listener: () => void): () => void;
  /** Stops looking at the file. */
  close(): void;
}
