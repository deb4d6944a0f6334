import type { Review } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { notAMember } from '../../http/invalidRequest';
import type { RepositoryCall } from '../../http/Route';
import type { PullRequest } from '../PullRequest';
import type { ReviewCommentDraft } from '../reviews/ReviewCommentDraft';
import { bodyReader } from '../../http/body/bodyReader';
import { isOneOf } from '../../http/body/isOneOf';

/** Whether the caller sees a review: a pending one is its author's. */
export function seesReview(call: RepositoryCall, review: Review): boolean {
  const { viewer } = call;
  if (review.state !== 'PENDING') return true;
  if (viewer.kind === 'user') return viewer.user.id === review.authorId;
  return viewer.kind === 'installation' && viewer.bot.id === review.authorId;
}

/** The review in the path. Throws 404. */
export function reviewOf(call: RepositoryCall, issue: PullRequest): Review {
  const review = call.sandbox.state.reviews.get(Number(call.params.review_id));
  if (review?.issueId !== issue.id || !seesReview(call, review)) {
    throw notFound();
  }
  return review;
}

/** 422 with sentences, as reviews have it. */
export function unprocessable(errors: string[]): GitHubError {
  return new GitHubError({
    status: 422,
    message: 'Unprocessable Entity',
    errors,
  });
}

const SIDES = ['LEFT', 'RIGHT'] as const;

/** A comment on a file as GitHub's body has it. Throws 422. */
export function readDraft(body: Record<string, unknown>): ReviewCommentDraft {
  const read = bodyReader(body);
  const side = read.text('side');
  if (side !== undefined && !isOneOf(SIDES, side)) {
    throw notAMember({ value: side, members: SIDES });
  }
  return {
    path: read.text('path') ?? '',
    body: read.text('body') ?? '',
    line: read.number('line'),
    side,
    startLine: read.number('start_line'),
    position: read.number('position'),
    wholeFile: body.subject_type === 'file',
  };
}
