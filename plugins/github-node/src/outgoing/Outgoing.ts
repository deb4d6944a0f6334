import type { RequestBudget } from '../budget/RequestBudget';
import type { GithubCredentials } from '../credentials/GithubCredentials';
import type { TargetPart } from '../trace/parseTarget';
import type { RequestTrace } from '../trace/RequestTrace';

/** Whether a request goes to a GitHub, and to what of it. `host` has the port where it is not the scheme's own. */
export type IsGithub = (
  host: string,
  path: string,
) => { host: string; part: TargetPart } | undefined;

/** Where what is seen is asked for and written down. */
export interface OutgoingSink {
  isGithub: IsGithub;
  trace: RequestTrace;
  budget: RequestBudget;
  credentials: Pick<GithubCredentials, 'identify'>;
}

/** A request that is about to leave, whatever sends it. */
export interface OutgoingRequest {
  host: string;
  method: string;
  /** With the query. */
  path: string;
  /** Read only once it is known that the request goes to a GitHub: most do not, and their headers are nobody's business here. */
  readonly authorization: string | undefined;
}

/** A request to a GitHub on its way. */
export interface WatchedRequest {
  /** Whether it has to wait for `admit`. */
  isBudgeted: boolean;
  /** Resolves when the budget lets it go; rejects when that refuses, or with the signal's reason. Either is written down. */
  admit(signal?: AbortSignal): Promise<void>;
  /** The head of the answer is there. Names are in lower case. */
  answered(answer: {
    status: number;
    header(name: string): string | undefined;
  }): void;
  /** No answer will come. Has no effect after `answered`. */
  failed(error: unknown): void;
}
