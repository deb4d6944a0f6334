/** What stock's `publish:github` and `github:repo:push` take for the first commit and the branch that it is on. */
export interface PushInput {
  repoUrl: string;
  token?: string;
  sourcePath?: string;
  defaultBranch?: string;
  gitCommitMessage?: string;
  gitAuthorName?: string;
  gitAuthorEmail?: string;
  protectDefaultBranch?: boolean;
  protectEnforceAdmins?: boolean;
  requireCodeOwnerReviews?: boolean;
  dismissStaleReviews?: boolean;
  bypassPullRequestAllowances?: object;
  requiredApprovingReviewCount?: number;
  restrictions?: object;
  requiredStatusCheckContexts?: string[];
  requireBranchesToBeUpToDate?: boolean;
  requiredConversationResolution?: boolean;
  requireLastPushApproval?: boolean;
  requiredCommitSigning?: boolean;
  requiredLinearHistory?: boolean;
  /** Of `github:branch-protection:create` alone. */
  blockCreations?: boolean;
}

export const DEFAULT_BRANCH = 'main';
