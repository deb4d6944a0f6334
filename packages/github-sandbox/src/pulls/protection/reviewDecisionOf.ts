import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import type { PullRequest } from '../PullRequest';
import { latestReviews } from '../reviews/latestReviews';
import { branchRulesOf } from './branchRulesOf';
import { reviewCounts } from './reviewCounts';

/** What reviewers say about a pull request all in all. */
export interface ReviewDecision {
  /** As GraphQL's `reviewDecision`: null where no reviews are demanded and nobody asks for changes. */
  decision: 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null;
  approvals: number;
  /** How many reviewers ask for changes. */
  against: number;
  needed: number;
}

/** Counts the reviews against the rules of the base branch. Code owners are asked for in `blockersOf`, which reads files. */
export function reviewDecisionOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
  /** By the rules that bind this person, who is merging. */
  mergedBy?: User;
}): ReviewDecision {
  const { sandbox, repository, issue } = options;
  const { pullRequest, approvals: needed } = branchRulesOf({
    ...options,
    branch: issue.pull.base.ref,
  });
  const reviews = latestReviews({ sandbox, issue }).filter(({ authorId }) =>
    reviewCounts({ sandbox, repository, userId: authorId }),
  );
  const against = reviews.filter(
    ({ state }) => state === 'CHANGES_REQUESTED',
  ).length;
  const approvals = reviews.length - against;
  const counts = { approvals, against, needed };
  if (against > 0) return { decision: 'CHANGES_REQUESTED', ...counts };
  if (approvals < needed) return { decision: 'REVIEW_REQUIRED', ...counts };
  return {
    decision: pullRequest || approvals > 0 ? 'APPROVED' : null,
    ...counts,
  };
}
