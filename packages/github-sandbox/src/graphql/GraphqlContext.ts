import type { Viewer } from '../access';
import type { RateStatus } from '../core/limits/RateLimits';
import type { Sandbox } from '../core/Sandbox';
import type { Urls } from '../http/createUrls';

/** What the resolvers of one query share. */
export interface GraphqlContext {
  sandbox: Sandbox;
  /** A person or an installation; nobody else gets this far. */
  viewer: Extract<Viewer, { kind: 'user' | 'installation' }>;
  urls: Urls;
  /** What the query costs, and what is left. */
  rate: { cost: number; nodeCount: number; status: () => RateStatus };
  /** Computes a value once in this query. */
  once<T>(key: string, compute: () => T): T;
  /** Fields that the sandbox does not cover and that were asked for: `Type.field`. */
  notCovered: Set<string>;
  /** Set where the answer is to be cut short; becomes false when that has happened. */
  cutShort: boolean;
}
