import type { Octokit } from 'octokit';
import type { RequestBudget } from '../budget/RequestBudget';
import type { ClientOptions } from '../client/ClientOptions';
import type { GithubCredentials } from '../credentials/GithubCredentials';
import type { StoredCredentials } from '../stored/StoredCredentials';
import type { RequestTrace } from '../trace/RequestTrace';

/** What the process shares: one of each, however many plugins. */
export interface RootGithubService {
  credentials: GithubCredentials;
  stored: StoredCredentials;
  budget: RequestBudget;
  trace: RequestTrace;
  /** For a plugin; what it asks is attributed to it. */
  forPlugin(pluginId: string): GithubService;
  /**
   * Tells how to find out who a Backstage token belongs to; the trace names persons only once this is set.
   * Resolves to an entity reference, or undefined for a token that is not valid or nobody's.
   */
  verifyPersonsWith(
    verify: (token: string) => Promise<string | undefined>,
  ): void;
}

/** A plugin's way to talk to GitHub. */
export interface GithubService {
  credentials: GithubCredentials;
  stored: StoredCredentials;
  budget: RequestBudget;
  trace: RequestTrace;
  /**
   * An Octokit whose every request takes the credential of its own URL's chain, waits for the budget, is tried again with jitter where that
   * is safe, and shows in the trace. Conditional requests are made by itself. Errors are Octokit's `RequestError`.
   */
  client(options: ClientOptions): Promise<Octokit>;
}
