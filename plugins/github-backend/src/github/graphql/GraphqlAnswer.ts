/** One entry of `errors` in an answer; GitHub's `type` beside what GraphQL says. */
export interface GraphqlError {
  message: string;
  /** `NOT_FOUND`, `FORBIDDEN`, `RESOURCE_LIMITS_EXCEEDED` and others. */
  type?: string;
  /** Of the field that is missing for it; absent where it concerns the whole answer. */
  path?: readonly (string | number)[];
}

export type GraphqlAnswer<T> =
  | { outcome: 'answered'; data: T; errors: GraphqlError[] }
  /**
   * GitHub could not answer so large a question. `wall`: by what it says or how long it took, asking for less is what helps. Otherwise it may
   * have been a failure that passes.
   */
  | { outcome: 'too-much'; isWall: boolean; reason: string; error: Error };

/** A query and what its variables stand for. Everything that comes from outside is a variable, never a part of the text. */
export interface Question {
  query: string;
  variables: Record<string, unknown>;
}
