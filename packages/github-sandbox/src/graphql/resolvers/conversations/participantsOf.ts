import type { Issue, User } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';

/** Who takes part in a conversation: wrote it, is assigned, commented or reviewed. */
export function participantsOf(options: {
  issue: Issue;
  context: GraphqlContext;
}): User[] {
  const { issue, context } = options;
  const { sandbox } = context;
  const { comments, reviews, users } = sandbox.state;
  const ids = new Set([
    issue.authorId,
    ...issue.assigneeIds,
    ...comments.by('issue', issue.id).map(({ authorId }) => authorId),
    ...reviews.by('issue', issue.id).map(({ authorId }) => authorId),
  ]);
  return [...ids].flatMap(id => users.get(id) ?? []);
}
