/** A comment on a line of a pull request's diff, as callers give it. */
export interface ReviewCommentDraft {
  path: string;
  body: string;
  line?: number;
  /** Default: RIGHT, the file after the change. */
  side?: 'LEFT' | 'RIGHT';
  startLine?: number;
  /** Instead of `line`: lines below the first `@@`. */
  position?: number;
  /** On the whole file. */
  wholeFile?: boolean;
}
