import type { CredentialStep } from '../credentials/CredentialChain';

/** What GitHub counts separately; from `x-ratelimit-resource`, else from the path. */
export type RateResource =
  | 'core'
  | 'graphql'
  | 'search'
  | 'code_search'
  | 'other';

/** One request to a GitHub, made by our client or by stock code. Holds no secret: no query string, no header, no body. */
export interface TraceEntry {
  /** Counts up within the process. */
  id: number;
  /** When it was asked for, ISO 8601. */
  at: string;
  /** `unknown` where nobody attributed the code. */
  plugin: string;
  /** An entity reference, where a person asked. */
  person?: string;
  host: string;
  method: string;
  /** The path, tokens and codes in it replaced by `***`. */
  path: string;
  owner?: string;
  repository?: string;
  /** `client`: by this package; `stock`: by code with a client of its own. */
  via: 'client' | 'stock';
  credentialId?: string;
  credentialKind: 'app' | 'token' | 'user' | 'none' | 'unknown';
  /** Why better credentials did not serve. Empty where the first did, or where stock code chose. */
  passedOver: CredentialStep[];
  /** Undefined when no answer came. */
  status?: number;
  /** In words, when no answer came or the budget refused. */
  error?: string;
  resource: RateResource;
  /** Of the primary limit: 0 for 304 and for routes that are free, 1 for REST, the points that GitHub reports for GraphQL. */
  cost: number;
  limit?: number;
  remaining?: number;
  /** ISO 8601. */
  resetAt?: string;
  /** Whether GitHub answered 304 and the answer came from the cache. */
  cached: boolean;
  /** How long the budget held it back, in milliseconds. */
  waitedMs: number;
  /** From leaving to the answer's head, in milliseconds. */
  durationMs?: number;
  attempt: number;
}

/** Who spent how much of a limit. */
export interface Spender {
  plugin: string;
  host: string;
  credentialId?: string;
  resource: RateResource;
  requests: number;
  cost: number;
}
