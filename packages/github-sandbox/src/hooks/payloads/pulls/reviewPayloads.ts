import { isPullRequest, type PullRequest } from '../../../pulls/PullRequest';
import { presentPull } from '../../../pulls/present/presentPull';
import { presentReview } from '../../../pulls/present/presentReview';
import { presentReviewComment } from '../../../pulls/present/presentReviewComment';
import type { Issue } from '../../../core/state';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request_review */
export function pullRequestReviewPayload(
  options: PayloadOptions<'pull_request_review'>,
): PayloadParts {
  const { sandbox, urls, event } = options;
  const { action, repository, review, changes = {} } = event;
  const subject = { sandbox, urls, repository, issue: pullOf(event.issue) };
  const presented = presentReview({ ...subject, review });
  return {
    action,
    ...(action === 'edited' && { changes }),
    // Webhooks write the state in lower case, and no review without its time.
    review: {
      ...presented,
      state: presented.state.toLowerCase(),
      submitted_at: review.submittedAt,
    },
    pull_request: presentPull(subject),
  };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request_review_comment */
export function pullRequestReviewCommentPayload(
  options: PayloadOptions<'pull_request_review_comment'>,
): PayloadParts {
  const { sandbox, urls, event } = options;
  const { action, repository, comment, changes = {} } = event;
  const subject = { sandbox, urls, repository, issue: pullOf(event.issue) };
  return {
    action,
    ...(action === 'edited' && { changes }),
    comment: presentReviewComment({ ...subject, comment }),
    pull_request: presentPull(subject),
  };
}

function pullOf(issue: Issue): PullRequest {
  if (!isPullRequest(issue)) throw new Error('This is not a pull request');
  return issue;
}
