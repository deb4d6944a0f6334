import type { RateResource, Spender, TraceEntry } from './TraceEntry';

/** The last requests to all GitHubs, bounded in memory, and counts by the minute for the last hour. */
export interface RequestTrace {
  /**
   * Starts an entry; it is complete once `finish` was called with what the answer said. `limitOwner`: whose installation's limit it
   * counts against, where an App serves.
   */
  begin(
    entry: Omit<TraceEntry, 'id' | 'at' | 'cached' | 'cost' | 'waitedMs'>,
    more?: { limitOwner?: string },
  ): OpenTraceEntry;
  /** Newest first. `limit` is at most 1,000, and that without it. */
  list(filter?: {
    host?: string;
    plugin?: string;
    credentialId?: string;
    owner?: string;
    /** Of entries later than this one. */
    afterId?: number;
    limit?: number;
  }): TraceEntry[];
  /** Since so many milliseconds ago, at most an hour. Who spent most comes first. */
  spenders(filter?: { host?: string; withinMs?: number }): Spender[];
  /** The limits as the last answers told them. */
  limits(filter?: { host?: string }): KnownLimit[];
  /** Called with each entry that is finished. Returns how to stop listening. */
  onFinish(listener: (entry: Readonly<TraceEntry>) => void): () => void;
}

export interface OpenTraceEntry {
  readonly entry: Readonly<TraceEntry>;
  /** Fills in what is known only later, such as the person, or the cost that the body of an answer tells. */
  amend(changes: Partial<TraceEntry>): void;
  /** Only the first one counts. */
  finish(outcome: Partial<TraceEntry>): void;
}

export interface KnownLimit {
  host: string;
  /** `none` for anonymous requests. */
  credentialId: string;
  /** Installations of one App have limits of their own. */
  owner?: string;
  resource: RateResource;
  limit: number;
  remaining: number;
  /** ISO 8601. */
  resetAt: string;
  /** When GitHub said so, ISO 8601. */
  at: string;
}
