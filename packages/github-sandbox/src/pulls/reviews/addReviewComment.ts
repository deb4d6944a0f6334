import type { Review, ReviewComment } from '../../core/state';
import type { PullChange } from '../PullChange';
import type { PlaceInDiff } from './placesInDiff';
import type { ReviewCommentDraft } from './ReviewCommentDraft';

/** Adds a comment to a review, at a place that `placeComment` has found, or as an answer to another comment. */
export function addReviewComment(
  options: PullChange & {
    review: Review;
    draft: Pick<ReviewCommentDraft, 'path' | 'body' | 'startLine'>;
    place?: PlaceInDiff;
    inReplyTo?: ReviewComment;
  },
): ReviewComment {
  const { sandbox, issue, actor, review, draft, place, inReplyTo, at } =
    options;
  const createdAt = at ?? sandbox.clock.iso();
  const sha = issue.pull.head.sha;
  const where = inReplyTo
    ? {
        line: inReplyTo.line,
        startLine: inReplyTo.startLine,
        originalLine: inReplyTo.originalLine,
        position: inReplyTo.position,
        originalPosition: inReplyTo.originalPosition,
        side: inReplyTo.side,
        diffHunk: inReplyTo.diffHunk,
        commitSha: inReplyTo.commitSha,
        originalCommitSha: inReplyTo.originalCommitSha,
      }
    : {
        line: place?.line ?? null,
        startLine: draft.startLine ?? null,
        originalLine: place?.line ?? null,
        position: place?.position ?? null,
        originalPosition: place?.position ?? null,
        side: place?.side ?? ('RIGHT' as const),
        diffHunk: place?.diffHunk ?? '',
        commitSha: sha,
        originalCommitSha: sha,
      };
  return sandbox.state.reviewComments.insert({
    id: sandbox.nextId(),
    issueId: issue.id,
    reviewId: review.id,
    authorId: actor.id,
    path: inReplyTo?.path ?? draft.path,
    body: draft.body,
    // Answers hang on the first comment of a thread, whichever they answer.
    inReplyToId: inReplyTo ? inReplyTo.inReplyToId ?? inReplyTo.id : null,
    createdAt,
    updatedAt: createdAt,
    ...where,
  });
}
