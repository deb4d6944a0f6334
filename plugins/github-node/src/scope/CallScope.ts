import type { BudgetAccount } from '../budget/RequestBudget';
import type { CredentialChain } from '../credentials/CredentialChain';
import type { OpenTraceEntry } from '../trace/RequestTrace';

/** On whose behalf code runs; found by every request to GitHub that the code makes, however deep. */
export interface CallScope {
  /** A plugin id such as `catalog`. */
  pluginId: string;
  /** An entity reference such as `user:default/mel`. A promise while the token is being verified. */
  person?: string | Promise<string | undefined>;
  /** A person's click goes before a background task. */
  priority: 'person' | 'background';
  /** How long the budget may hold a request back, in milliseconds. @defaultValue 10000 for a person, an hour for a background task */
  patienceMs?: number;
  /** Set by the client of this package. */
  call?: {
    /** Undefined, and the kind as well: that of the `Authorization` header. */
    credentialId?: string;
    kind?: 'app' | 'token' | 'none';
    chain?: CredentialChain;
    /** 1 for the first try. */
    attempt: number;
    /** Whether it changes something, where the method does not tell (GraphQL). */
    mutates?: boolean;
    /** Told of each request that leaves: one, and one more for each redirect. */
    observer?: {
      /** When it was asked for; the budget may hold it back now. */
      opened?(entry: OpenTraceEntry, account: BudgetAccount): void;
      /** When the budget let it go; at once where it has none. */
      left?(): void;
      /** When the budget refused, with what the request fails with. */
      refused?(error: Error): void;
    };
  };
}
