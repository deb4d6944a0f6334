import type { SignInFailure } from '@callboard/plugin-access-common';

/** A failure before it has a reference. */
export type NewSignInFailure = Omit<
  SignInFailure,
  'reference' | 'at' | 'times'
>;

/** Where all providers of this process report sign-ins that failed. */
export interface SignInFailuresService {
  /**
   * Notes a failure, and logs it. The same failure (provider, kind, person) of the last ten minutes is counted once more instead; it is
   * logged and stored again the 2nd, 4th, 8th ... time, and else at most every five seconds. Never throws, and waits for nothing.
   */
  record(failure: NewSignInFailure): SignInFailure;
  /** Forgets what is over: a person whose sign-in has no such obstacle any more. */
  settle(
    about: Pick<SignInFailure, 'provider' | 'kind'> & { subject: string },
  ): void;
  /** Of the last 24 hours and of all replicas, newest first. Without a store: of this process. */
  recent(): Promise<SignInFailure[]>;
  /** Gives failures a lasting place; those of before are handed over. The plugin `access` does so. */
  connect(store: SignInFailureStore): void;
}

export interface SignInFailureStore {
  /** Called again with the same reference when a failure is counted once more. */
  save(failure: SignInFailure): Promise<void>;
  remove(
    about: Pick<SignInFailure, 'provider' | 'kind'> & { subject: string },
  ): Promise<void>;
  /** Newest first. */
  list(options: { since: Date }): Promise<SignInFailure[]>;
}
