import type { Review } from '../../core/state';
import { comparisonOf } from '../comparisonOf';
import type { PullChange } from '../PullChange';
import { addReviewComment } from './addReviewComment';
import { placeComment } from './placeComment';
import type { ReviewCommentDraft } from './ReviewCommentDraft';

export type StartReviewOutcome =
  | { outcome: 'started'; review: Review }
  /** GitHub's sentences. */
  | { outcome: 'invalid'; errors: string[] };

/** Begins a review that only its author sees, until `submitReview`. A person has one of these for a pull request. */
export async function startReview(
  options: PullChange & {
    body?: string;
    /** The commit that was looked at; default: the head. */
    commitSha?: string;
    comments?: ReviewCommentDraft[];
  },
): Promise<StartReviewOutcome> {
  const { sandbox, issue, actor, body = '', comments = [] } = options;
  const pending = sandbox.state.reviews
    .by('issue', issue.id)
    .some(
      ({ state, authorId }) => state === 'PENDING' && authorId === actor.id,
    );
  if (pending) {
    return {
      outcome: 'invalid',
      errors: ['User can only have one pending review per pull request'],
    };
  }
  const comparison =
    comments.length > 0 ? await comparisonOf(options) : undefined;
  const placed = comments.map(draft => ({
    draft,
    found: placeComment({ comparison, draft }),
  }));
  const errors = placed.flatMap(({ found }) => {
    if (found.outcome === 'placed') return [];
    return found.outcome === 'pathUnknown'
      ? ['Path could not be resolved']
      : ['Line could not be resolved'];
  });
  if (errors.length > 0) {
    return { outcome: 'invalid', errors: [...new Set(errors)] };
  }

  const review = sandbox.state.reviews.insert({
    id: sandbox.nextId(),
    issueId: issue.id,
    authorId: actor.id,
    state: 'PENDING',
    body,
    commitSha: options.commitSha ?? issue.pull.head.sha,
    submittedAt: null,
  });
  for (const { draft, found } of placed) {
    if (found.outcome === 'placed') {
      addReviewComment({ ...options, review, draft, place: found.place });
    }
  }
  return { outcome: 'started', review };
}
