import type { Review } from '../../core/state';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import type { PullChange } from '../PullChange';

/** Takes the force from a verdict. Comments and pending reviews have none. https://docs.github.com/rest/pulls/reviews#dismiss-a-review-for-a-pull-request */
export function dismissReview(
  options: PullChange & {
    review: Review;
    message: string | null;
    /** The commit that made it stale. */
    commitSha?: string;
  },
): 'dismissed' | 'notDismissable' {
  const { sandbox, repository, issue, actor, review, message, at } = options;
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    return 'notDismissable';
  }
  const state = review.state.toLowerCase();
  review.state = 'DISMISSED';
  recordIssueEvent({
    ...options,
    event: 'review_dismissed',
    detail: {
      dismissedReview: {
        state,
        review_id: review.id,
        dismissal_message: message,
        ...(options.commitSha && { dismissal_commit_id: options.commitSha }),
      },
    },
  });
  if (at === undefined) {
    sandbox.events.emit({
      name: 'pull_request_review',
      action: 'dismissed',
      repository,
      issue,
      review,
      sender: actor,
    });
  }
  return 'dismissed';
}
