import { findAccount } from '../../core/names/findAccount';
import type { Sandbox } from '../../core/Sandbox';
import type { Issue } from '../../core/state';

/** The people who have to do with an issue in a way that a search names: `commenter`, `mentions`, `involves`, `reviewed-by`, `review-requested`, `user-review-requested`. */
export function peopleOf(options: {
  sandbox: Sandbox;
  issue: Issue;
  relation: string;
}): Set<number> {
  const { sandbox, issue, relation } = options;
  const { state } = sandbox;
  const comments = state.comments.by('issue', issue.id);
  const commenters = comments.map(({ authorId }) => authorId);
  const mentioned = [issue.body ?? '', ...comments.map(({ body }) => body)]
    .flatMap(text => [...text.matchAll(/@([\w-]+)/g)])
    .flatMap(([, login]) => findAccount({ sandbox, login })?.id ?? []);
  switch (relation) {
    case 'commenter':
      return new Set(commenters);
    case 'mentions':
      return new Set(mentioned);
    case 'involves':
      return new Set([
        issue.authorId,
        ...issue.assigneeIds,
        ...commenters,
        ...mentioned,
      ]);
    case 'reviewed-by':
      return new Set(
        state.reviews
          .by('issue', issue.id)
          .filter(review => review.state !== 'PENDING')
          .map(({ authorId }) => authorId),
      );
    case 'review-requested':
      // A request to a team is one to its members.
      return new Set([
        ...(issue.pull?.requestedReviewerIds ?? []),
        ...(issue.pull?.requestedTeamIds ?? []).flatMap(
          id => state.teams.get(id)?.members.map(({ userId }) => userId) ?? [],
        ),
      ]);
    default:
      return new Set(issue.pull?.requestedReviewerIds ?? []);
  }
}
