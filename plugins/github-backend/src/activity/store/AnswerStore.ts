/** Where an answer is kept. */
export interface AnswerKey {
  host: string;
  /** In lower case: `acme/shop`; of an owner as a whole `acme/*`. */
  repository: string;
  /** `runs`, `run:812`, `pulls:open`. */
  what: string;
}

/** An answer as it is kept. Times in milliseconds since the epoch. */
export interface StoredAnswer {
  /** Hash of the credentials that are configured for the host; with others the answer may be another. */
  credential: string;
  state: 'answered' | 'refused' | 'absent';
  etag?: string;
  /** JSON. */
  body: string;
  /** When the request began, and so the earliest moment that the answer may be of. */
  beganAt: number;
  askedAt: number;
  freshUntil: number;
}

/** Answers of GitHub in the database, so that they outlive the process and all replicas share them. */
export interface AnswerStore {
  /** With the last moment at which an event has said something about one of the topics. */
  read(
    options: AnswerKey & { topics: string[] },
  ): Promise<{ answer?: StoredAnswer; markedAt?: number }>;
  write(options: AnswerKey & { answer: StoredAnswer }): Promise<void>;
  /**
   * Puts what an event brought into an answer that is there; `change` gives the new body, or none where it says nothing new. An answer that
   * was fresh stays so, for `freshForMs` from now where that is given. A request that is under way will not overwrite it unseen: for that
   * one the topic is marked.
   */
  change(
    options: AnswerKey & {
      topic: string;
      at: number;
      change(body: string): { body?: string; freshForMs?: number };
    },
  ): Promise<'changed' | 'same' | 'missing'>;
  /** From now on answers of these topics that began earlier are outdated. */
  mark(options: {
    host: string;
    repository: string;
    topics: string[];
    at: number;
  }): Promise<void>;
  /** Everything of a repository, or of all of an owner (`acme/*`): it is gone, or others may see it now. */
  forget(options: { host: string; repository: string }): Promise<void>;
  /** Refusals of an owner: the App may have been granted what it lacked. */
  forgetRefusals(options: { host: string; owner: string }): Promise<void>;
  /** Removes what nobody has looked at for 30 days, and the longest unused above `mostBytes`. */
  forgetOld(options: { mostBytes: number }): Promise<void>;
}
