import type { ReviewComment } from '../../core/state';
import type { Problem } from '../../issues/Problem';
import { comparisonOf } from '../comparisonOf';
import type { PullChange } from '../PullChange';
import { addReviewComment } from './addReviewComment';
import { placeComment } from './placeComment';
import type { ReviewCommentDraft } from './ReviewCommentDraft';
import { submitReview } from './submitReview';

export type CommentOnDiffOutcome =
  | { outcome: 'created'; comment: ReviewComment }
  | { outcome: 'invalid'; problems: Problem[] };

/** Adds a single comment to the diff, or an answer to one. It makes a review of its own, as on GitHub. https://docs.github.com/rest/pulls/comments#create-a-review-comment-for-a-pull-request */
export async function commentOnDiff(
  options: PullChange & {
    draft: ReviewCommentDraft;
    inReplyTo?: ReviewComment;
  },
): Promise<CommentOnDiffOutcome> {
  const { sandbox, repository, issue, actor, draft, inReplyTo, at } = options;
  const bad = (problem: Omit<Problem, 'resource'>): CommentOnDiffOutcome => ({
    outcome: 'invalid',
    problems: [{ resource: 'PullRequestReviewComment', ...problem }],
  });
  if (draft.body.trim() === '') {
    return bad({ code: 'missing_field', field: 'body' });
  }
  const placed = inReplyTo
    ? ({ outcome: 'placed' } as const)
    : placeComment({ comparison: await comparisonOf(options), draft });
  if (placed.outcome === 'pathUnknown') {
    return bad({ code: 'invalid', field: 'path' });
  }
  if (placed.outcome === 'lineUnknown') {
    return bad({
      code: 'custom',
      field: 'pull_request_review_thread.line',
      message: 'pull_request_review_thread.line must be part of the diff',
    });
  }
  const review = sandbox.state.reviews.insert({
    id: sandbox.nextId(),
    issueId: issue.id,
    authorId: actor.id,
    state: 'PENDING',
    body: '',
    commitSha: issue.pull.head.sha,
    submittedAt: null,
  });
  const comment = addReviewComment({
    sandbox,
    repository,
    issue,
    actor,
    at,
    review,
    draft,
    place: 'place' in placed ? placed.place : undefined,
    inReplyTo,
  });
  await submitReview({
    sandbox,
    repository,
    issue,
    actor,
    at,
    review,
    verdict: 'COMMENT',
  });
  return { outcome: 'created', comment };
}
