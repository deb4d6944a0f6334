import type { Sandbox } from '../../core/Sandbox';
import type { Review, User } from '../../core/state';
import type { PullRequest } from '../PullRequest';

/** Why a verdict cannot be given, in GitHub's words. */
export function reviewProblem(options: {
  sandbox: Sandbox;
  issue: PullRequest;
  actor: User;
  verdict: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT';
  body: string;
  comments?: unknown[];
  review?: Review;
}): string | undefined {
  const { sandbox, issue, actor, verdict, body, comments, review } = options;
  if (issue.authorId === actor.id && verdict !== 'COMMENT') {
    return verdict === 'APPROVE'
      ? 'Can not approve your own pull request'
      : 'Can not request changes on your own pull request';
  }
  const hasComments =
    Boolean(comments?.length) ||
    sandbox.state.reviewComments
      .by('issue', issue.id)
      .some(({ reviewId }) => reviewId === review?.id);
  const needsText = verdict === 'REQUEST_CHANGES' || verdict === 'COMMENT';
  return needsText && body.trim() === '' && !hasComments
    ? "Body can't be blank"
    : undefined;
}
