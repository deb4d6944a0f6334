import type { ServeStep } from './ServeAnswer';

/**
 * One request to a GitHub, as `GET /api/connections/trace` answers it, newest first. Holds no secret: no query string, no header, no body.
 * What the trace of `@callboard/plugin-github-node` keeps can be given as it is.
 */
export interface TraceItem {
  /** Counts up within the portal's process. */
  id: number;
  /** When it was asked for, ISO 8601. */
  at: string;
  plugin: string;
  /** An entity reference, where a person asked. */
  person?: string;
  host: string;
  method: string;
  path: string;
  owner?: string;
  repository?: string;
  via: 'client' | 'stock';
  credentialId?: string;
  credentialKind: 'app' | 'token' | 'user' | 'none' | 'unknown';
  /** Why better credentials did not serve. */
  passedOver: ServeStep[];
  /** Undefined when no answer came. */
  status?: number;
  /** In words, when no answer came or the budget refused. */
  error?: string;
  resource: 'core' | 'graphql' | 'search' | 'code_search' | 'other';
  /** Of the primary limit. */
  cost: number;
  limit?: number;
  remaining?: number;
  /** ISO 8601. */
  resetAt?: string;
  /** Whether GitHub answered 304 and the answer came from the cache. */
  cached: boolean;
  /** How long the budget held it back, in milliseconds. */
  waitedMs: number;
  /** In milliseconds. */
  durationMs?: number;
  attempt: number;
}

/** What `GET /api/connections/trace` answers. */
export interface TraceAnswer {
  items: TraceItem[];
}
