import type { Row } from '../Table';

export interface Label extends Row {
  repositoryId: number;
  name: string;
  color: string;
  description: string | null;
  default: boolean;
}

export interface Milestone extends Row {
  repositoryId: number;
  number: number;
  title: string;
  description: string | null;
  state: 'open' | 'closed';
  creatorId: number;
  dueOn: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

/** An issue, and what a pull request has of one. They share the numbers of their repository. */
export interface Issue extends Row {
  repositoryId: number;
  number: number;
  title: string;
  body: string | null;
  authorId: number;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | 'duplicate' | null;
  locked: boolean;
  lockReason: string | null;
  labelIds: number[];
  assigneeIds: number[];
  milestoneId: number | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedById: number | null;
  /** Set where this is a pull request. */
  pull: Pull | null;
}

export interface Pull {
  id: number;
  draft: boolean;
  base: { ref: string; sha: string };
  /** `repositoryId` is null once the fork is gone. */
  head: {
    ref: string;
    sha: string;
    repositoryId: number | null;
    ownerId: number;
  };
  mergedAt: string | null;
  mergedById: number | null;
  mergeCommitSha: string | null;
  requestedReviewerIds: number[];
  requestedTeamIds: number[];
  maintainerCanModify: boolean;
  autoMerge: {
    enabledById: number;
    method: 'merge' | 'squash' | 'rebase';
    /** Null: as the repository's settings say. */
    commitTitle: string | null;
    commitMessage: string | null;
  } | null;
}

export interface Comment extends Row {
  issueId: number;
  authorId: number;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface Review extends Row {
  issueId: number;
  authorId: number;
  state:
    | 'PENDING'
    | 'COMMENTED'
    | 'APPROVED'
    | 'CHANGES_REQUESTED'
    | 'DISMISSED';
  body: string;
  commitSha: string;
  submittedAt: string | null;
}

export interface ReviewComment extends Row {
  issueId: number;
  reviewId: number;
  authorId: number;
  path: string;
  /** Null: the line is no longer in the diff, or the comment is on the whole file. */
  line: number | null;
  startLine: number | null;
  originalLine: number | null;
  /** Lines below the first `@@` of the file's diff, as older callers count. */
  position: number | null;
  originalPosition: number | null;
  side: 'LEFT' | 'RIGHT';
  diffHunk: string;
  commitSha: string;
  originalCommitSha: string;
  body: string;
  inReplyToId: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface Reaction extends Row {
  subject: {
    kind: 'issue' | 'comment' | 'reviewComment' | 'commitComment';
    id: number;
  };
  userId: number;
  content:
    | '+1'
    | '-1'
    | 'laugh'
    | 'confused'
    | 'heart'
    | 'hooray'
    | 'rocket'
    | 'eyes';
  createdAt: string;
}

/** What happened to an issue or pull request, in GitHub's names of events: `closed`, `labeled`, `merged`. */
export interface IssueEvent extends Row {
  issueId: number;
  event: string;
  actorId: number;
  createdAt: string;
  detail: Record<string, unknown>;
}
