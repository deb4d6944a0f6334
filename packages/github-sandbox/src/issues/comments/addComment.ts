import type { Comment } from '../../core/state';
import { LONGEST_BODY } from '../checkIssueFields';
import type { IssueChange } from '../events/IssueChange';
import type { Problem } from '../Problem';

export type AddCommentOutcome =
  | { outcome: 'created'; comment: Comment }
  /** The conversation is locked and the actor may not write. */
  | { outcome: 'locked' }
  | { outcome: 'invalid'; problems: Problem[] };

/** Adds a comment to an issue or pull request. https://docs.github.com/rest/issues/comments#create-an-issue-comment */
export function addComment(
  options: IssueChange & {
    body: string;
    /** Whether the actor may comment on what is locked. */
    mayWrite?: boolean;
  },
): AddCommentOutcome {
  const { sandbox, repository, issue, actor, body, at } = options;
  if (issue.locked && !options.mayWrite) return { outcome: 'locked' };
  const problems = checkCommentBody(body);
  if (problems.length > 0) return { outcome: 'invalid', problems };

  const createdAt = at ?? sandbox.clock.iso();
  const comment = sandbox.state.comments.insert({
    id: sandbox.nextId(),
    issueId: issue.id,
    authorId: actor.id,
    body,
    createdAt,
    updatedAt: createdAt,
  });
  issue.updatedAt = createdAt > issue.updatedAt ? createdAt : issue.updatedAt;
  if (at === undefined) {
    sandbox.events.emit({
      name: 'issue_comment',
      action: 'created',
      repository,
      issue,
      comment,
      sender: actor,
    });
  }
  return { outcome: 'created', comment };
}

/** What is wrong with the text of a comment. */
export function checkCommentBody(body: string): Problem[] {
  if (body.trim() === '') {
    return [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }];
  }
  if (body.length > LONGEST_BODY) {
    return [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: `Body is too long (maximum is ${LONGEST_BODY} characters)`,
      },
    ];
  }
  return [];
}
