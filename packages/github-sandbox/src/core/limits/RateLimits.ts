/** GitHub's resources with limits of their own. */
export type RateResource =
  | 'core'
  | 'search'
  | 'code_search'
  | 'graphql'
  | 'integration_manifest';

export interface RateStatus {
  limit: number;
  used: number;
  remaining: number;
  /** Seconds since the epoch. */
  reset: number;
  resource: RateResource;
}

/** Counts requests by credential and resource. Implemented in `limits/`. */
export interface RateLimits {
  /** Without counting. `key` names the bucket: `installation:12`, `user:3`, `ip:127.0.0.1`. */
  status(options: {
    key: string;
    resource: RateResource;
    limit: number;
  }): RateStatus;
  /** Counts, unless nothing is left. */
  take(options: {
    key: string;
    resource: RateResource;
    limit: number;
    /** Points, for GraphQL. */
    cost?: number;
  }): { outcome: 'taken' | 'exceeded'; status: RateStatus };
  /** Gives back what a request turned out not to cost (304). */
  giveBack(options: {
    key: string;
    resource: RateResource;
    cost?: number;
  }): void;
  /** The secondary limits: too many at once, too many writes in a minute. Call `release` when the request is over. */
  enter(options: {
    key: string;
    write: boolean;
    /** Points are counted for each; `rest` where it is left out. */
    endpoint?: 'rest' | 'graphql';
  }):
    | { outcome: 'entered'; release: () => void }
    | { outcome: 'exceeded'; retryAfterSeconds: number };
}
