import type { Reach } from './reachOf';
import type { TestedToken } from './testToken';

/** What was found out about one token. */
export interface TokenReport {
  tested: TestedToken;
  /** Of each organisation that the configuration names. */
  reach: Reach[];
}

/** Why a new token is not taken, and what the operator should know of one that is. One sentence each. */
export interface TokenVerdict {
  reasons: string[];
  warnings: string[];
}
