import type { ReviewComment } from '../../core/state';
import type { RepositoryCall } from '../../http/Route';
import type { PullRequest } from '../PullRequest';
import { seesReview } from './reviewOf';

/** The review comments of pull requests that the caller sees (those of pending reviews are their authors'), as `sort`, `direction` and `since` say. */
export function visibleReviewComments(
  call: RepositoryCall,
  pulls: PullRequest[],
): Array<{ issue: PullRequest; comment: ReviewComment }> {
  const { sandbox, query } = call;
  const since = query.get('since');
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sign = query.get('direction') === 'desc' ? -1 : 1;
  return pulls
    .flatMap(issue =>
      sandbox.state.reviewComments
        .by('issue', issue.id)
        .map(comment => ({ issue, comment })),
    )
    .filter(({ comment }) => {
      const review = sandbox.state.reviews.get(comment.reviewId);
      return (
        review !== undefined &&
        seesReview(call, review) &&
        (!since || Date.parse(comment.updatedAt) >= Date.parse(since))
      );
    })
    .sort(
      (a, b) =>
        sign *
        (a.comment[key].localeCompare(b.comment[key]) ||
          a.comment.id - b.comment.id),
    );
}
