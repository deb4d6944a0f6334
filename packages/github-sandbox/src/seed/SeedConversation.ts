export interface SeedComment {
  by: string;
  daysAgo: number;
  body: string;
}

export interface SeedReview {
  by: string;
  daysAgo: number;
  state: 'approved' | 'changes_requested' | 'commented';
  body?: string;
  /** On lines of files as they are on the branch. A line that the diff does not show puts the comment on the whole file. */
  comments?: Array<{ path: string; line: number; body: string }>;
}

/** What issues and pull requests have in common. */
export interface SeedConversation {
  title: string;
  body?: string;
  number?: number;
  author: string;
  daysAgo: number;
  labels?: string[];
  assignees?: string[];
  milestone?: string;
  comments?: SeedComment[];
  /** Logins by reaction. */
  reactions?: Partial<Record<SeedReaction, string[]>>;
  closedBy?: string;
  closedDaysAgo?: number;
}

export type SeedReaction =
  | '+1'
  | '-1'
  | 'laugh'
  | 'confused'
  | 'heart'
  | 'hooray'
  | 'rocket'
  | 'eyes';

export interface SeedIssue extends SeedConversation {
  state?: 'open' | 'closed';
  reason?: 'completed' | 'not_planned' | 'duplicate';
}

export interface SeedPullRequest extends SeedConversation {
  state?: 'open' | 'closed';
  draft?: boolean;
  /** The branch to merge. */
  branch: string;
  base?: string;
  /** Whether the branch was deleted after closing. */
  branchDeleted?: boolean;
  /** Logins or `team:slug`. */
  reviewers?: string[];
  reviews?: SeedReview[];
}

/** A pull request that became a commit of the default branch. Author, title and dates come from the commit where they are not said. */
export interface SeedMergedPullRequest
  extends Partial<
    Pick<
      SeedConversation,
      | 'title'
      | 'body'
      | 'number'
      | 'author'
      | 'daysAgo'
      | 'labels'
      | 'assignees'
      | 'milestone'
      | 'comments'
      | 'reactions'
    >
  > {
  branch: string;
  mergedBy: string;
  /** `squash` (default) and `rebase` make one commit, `merge` makes a merge commit beside it. */
  method?: 'squash' | 'merge' | 'rebase';
  reviews?: SeedReview[];
}
