import type { RepositoryHint } from '../sync/RepositoryHint';

/** A question that was taken from the queue. */
export interface ClaimedHint {
  key: string;
  /** What it was when it was taken; a hint that came since has made it another. */
  version: number;
  attempts: number;
  hint: RepositoryHint;
}

/** Repositories that GitHub is to be asked about: one question per repository, however many hints. */
export interface HintQueue {
  /** Resolves once they are safe. Hints of one repository become one. */
  add(hints: RepositoryHint[]): Promise<void>;
  /** Takes what is due, for a while; database time decides when that is over. */
  claim(options: {
    host: string;
    owner: string;
    limit: number;
    holder: string;
    forMs: number;
  }): Promise<ClaimedHint[]>;
  /** They are answered; what was hinted at meanwhile stays. */
  done(claimed: ClaimedHint[]): Promise<void>;
  /** They are to be asked again, at `dueAt`. */
  again(which: { claimed: ClaimedHint; dueAt: Date }[]): Promise<void>;
  /** Owners that have questions, and when the next of each is due. */
  owners(): Promise<{ host: string; owner: string; dueAt: Date }[]>;
  count(options: { host: string; owner: string }): Promise<number>;
  /** Takes back those whose sender says that the installation has lost them, if there are more than `moreThan`; how many there were. */
  dropLost(options: {
    host: string;
    owner: string;
    moreThan: number;
  }): Promise<number>;
}
