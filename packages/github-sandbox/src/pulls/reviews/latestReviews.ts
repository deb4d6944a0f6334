import type { Sandbox } from '../../core/Sandbox';
import type { Review } from '../../core/state';
import type { PullRequest } from '../PullRequest';

const OPINIONS = new Set(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']);

/** The last verdict of each reviewer: approved or changes requested. A comment takes no verdict back, a dismissal does. */
export function latestReviews(options: {
  sandbox: Sandbox;
  issue: PullRequest;
}): Review[] {
  const { sandbox, issue } = options;
  const byAuthor = new Map<number, Review>();
  for (const review of sandbox.state.reviews.by('issue', issue.id)) {
    if (review.authorId === issue.authorId) continue;
    if (OPINIONS.has(review.state)) byAuthor.set(review.authorId, review);
  }
  // What was dismissed does not let an older verdict of the same person count again.
  return [...byAuthor.values()].filter(({ state }) => state !== 'DISMISSED');
}
