import type { PullRequest } from '../../pulls/PullRequest';
import { submitReview } from '../../pulls/reviews/submitReview';
import type { SeedReview } from '../SeedConversation';
import type { RepositoryContext } from './SeedContext';

const VERDICTS = {
  approved: 'APPROVE',
  changes_requested: 'REQUEST_CHANGES',
  commented: 'COMMENT',
} as const;

/** Adds a review. A comment on a line that the diff does not show is put on the whole file. */
export async function addReview(options: {
  context: RepositoryContext;
  issue: PullRequest;
  review: SeedReview;
}): Promise<void> {
  const { context, issue, review } = options;
  const { sandbox, repository, user, at } = context;
  const submission = {
    sandbox,
    repository,
    issue,
    actor: user(review.by),
    at: at(review.daysAgo),
    verdict: VERDICTS[review.state],
    body: review.body,
  };
  const comments = review.comments ?? [];
  const onLines = await submitReview({ ...submission, comments });
  if (onLines.outcome === 'submitted') return;
  const onFiles = await submitReview({
    ...submission,
    comments: comments.map(({ path, body }) => ({
      path,
      body,
      wholeFile: true,
    })),
  });
  if (onFiles.outcome === 'invalid') {
    throw new Error(
      `The seed has a review that cannot be: ${onFiles.errors.join(', ')}`,
    );
  }
}
