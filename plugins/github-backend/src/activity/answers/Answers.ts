import type { Answer } from '@callboard/plugin-github-common';
import type { Question } from './Question';

/** Asks GitHub only for what is not known, or may be outdated. */
export interface Answers {
  /**
   * The answer from the database where it is fresh; else GitHub's, of one request for all who ask meanwhile. Where GitHub cannot be asked
   * now, the earlier answer with `outdated`; without one throws `ServiceUnavailableError`.
   */
  ask<T>(question: Question<T>): Promise<Answer<T>>;
  /** What is known and fresh, without asking. */
  peek<T>(question: Question<T>): Promise<Answer<T> | undefined>;
  /**
   * Several at once, in their order. Those that are not known are loaded by one call, in batches that the caller makes; a question's own
   * `load` is not used.
   */
  askAll<T>(options: {
    questions: Question<T>[];
    loadAll(questions: Question<T>[]): Promise<LoadedEach<T>[]>;
  }): Promise<Answer<T>[]>;
}

/** An outcome, or why there is none. */
export type LoadedEach<T> =
  | { outcome: 'loaded'; value: T; lacks: AnsweredLacks }
  | { outcome: 'failed'; error: unknown };

type AnsweredLacks = Extract<Answer<unknown>, { state: 'answered' }>['lacks'];
