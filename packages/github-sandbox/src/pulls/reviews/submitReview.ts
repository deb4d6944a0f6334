import type { Review } from '../../core/state';
import type { PullChange } from '../PullChange';
import type { ReviewCommentDraft } from './ReviewCommentDraft';
import { reviewProblem } from './reviewProblem';
import { settleRequests } from './settleRequests';
import { startReview } from './startReview';

/** GitHub's verdicts. https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request */
export type ReviewVerdict = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';

export type SubmitReviewOutcome =
  | { outcome: 'submitted'; review: Review }
  /** GitHub's sentences. */
  | { outcome: 'invalid'; errors: string[] };

const STATES = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;

/** Gives a verdict on a pull request: at once, or with the pending `review` that was begun before. */
export async function submitReview(
  options: PullChange & {
    verdict: ReviewVerdict;
    body?: string;
    commitSha?: string;
    comments?: ReviewCommentDraft[];
    review?: Review;
  },
): Promise<SubmitReviewOutcome> {
  const { sandbox, repository, issue, actor, verdict, at } = options;
  const body = options.body ?? options.review?.body ?? '';
  const problem = reviewProblem({ ...options, body });
  if (problem) return { outcome: 'invalid', errors: [problem] };
  const started = options.review
    ? { outcome: 'started' as const, review: options.review }
    : await startReview({ ...options, body });
  if (started.outcome === 'invalid') return started;

  const { review } = started;
  review.body = body;
  review.state = STATES[verdict];
  review.submittedAt = at ?? sandbox.clock.iso();
  issue.updatedAt =
    review.submittedAt > issue.updatedAt ? review.submittedAt : issue.updatedAt;
  settleRequests({ sandbox, issue, user: actor });
  if (at === undefined) {
    sandbox.events.emit({
      name: 'pull_request_review',
      action: 'submitted',
      repository,
      issue,
      review,
      sender: actor,
    });
    sandbox.state.reviewComments
      .by('issue', issue.id)
      .filter(({ reviewId }) => reviewId === review.id)
      .forEach(comment =>
        sandbox.events.emit({
          name: 'pull_request_review_comment',
          action: 'created',
          repository,
          issue,
          comment,
          sender: actor,
        }),
      );
  }
  return { outcome: 'submitted', review };
}
