/** GitHub's `type` of an error. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api names some. */
export type ProblemType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'INSUFFICIENT_SCOPES'
  | 'RATE_LIMITED'
  | 'RESOURCE_LIMITS_EXCEEDED'
  | 'MISSING_PAGINATION_BOUNDARIES'
  | 'EXCESSIVE_PAGINATION'
  | 'MAX_NODE_LIMIT_EXCEEDED'
  | 'ARGUMENT_LIMIT'
  | 'INVALID_CURSOR_ARGUMENTS'
  | 'STALE_DATA'
  | 'UNPROCESSABLE'
  | 'UNAUTHENTICATED'
  | 'NOT_IMPLEMENTED';

/** An error of GitHub's at one field. A resolver throws it, or puts it into a list in the place of an item. */
export class Problem extends Error {
  readonly type: ProblemType;
  readonly extensions: Record<string, unknown> | undefined;

  constructor(options: {
    type: ProblemType;
    message: string;
    extensions?: Record<string, unknown>;
  }) {
    super(options.message);
    this.name = 'Problem';
    this.type = options.type;
    this.extensions = options.extensions;
  }
}
