import type { Comment } from '../../core/state';
import type { IssueChange } from '../events/IssueChange';
import type { Problem } from '../Problem';
import { checkCommentBody } from './addComment';

type CommentChange = IssueChange & { comment: Comment };

/** Changes the text of a comment. */
export function editComment(
  options: CommentChange & { body: string },
): { outcome: 'edited' } | { outcome: 'invalid'; problems: Problem[] } {
  const { sandbox, comment, body } = options;
  const problems = checkCommentBody(body);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const changes = { body: { from: comment.body } };
  comment.body = body;
  comment.updatedAt = sandbox.clock.iso();
  emit(options, { action: 'edited', changes });
  return { outcome: 'edited' };
}

/** Takes a comment away. */
export function deleteComment(options: CommentChange): void {
  options.sandbox.state.comments.remove(options.comment);
  emit(options, { action: 'deleted' });
}

function emit(
  options: CommentChange,
  what: { action: 'edited' | 'deleted'; changes?: Record<string, unknown> },
) {
  const { sandbox, repository, issue, comment, actor } = options;
  sandbox.events.emit({
    name: 'issue_comment',
    ...what,
    repository,
    issue,
    comment,
    sender: actor,
  });
}
