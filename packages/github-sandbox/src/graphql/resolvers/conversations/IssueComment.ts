import { nodeId } from '../../../core/nodeId';
import type { Issue } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { remarkFields } from './commentFields';
import { issuePath } from './issuePath';

type CommentSource = Source<'comment'>;

/** https://docs.github.com/graphql/reference/objects#issuecomment */
export const IssueComment: Resolvers<CommentSource> = {
  ...remarkFields<CommentSource>(({ comment }, context) => ({
    ...comment,
    repositoryId: issueOf(comment.issueId, context).repositoryId,
    subject: { kind: 'comment', id: comment.id },
  })),
  ...located<CommentSource>(
    ({ comment }, context) =>
      `${issuePath({
        issue: issueOf(comment.issueId, context),
        context,
      })}#issuecomment-${comment.id}`,
  ),
  id: ({ comment }) => nodeId({ type: 'IssueComment', id: comment.id }),
  // A comment of a pull request gives the pull request under both names, as an issue only where it is one.
  issue: ({ comment }, _args, context) => ({
    __typename: 'Issue' as const,
    issue: issueOf(comment.issueId, context),
  }),
  pullRequest({ comment }, _args, context) {
    const issue = issueOf(comment.issueId, context);
    return issue.pull ? source.issue(issue) : null;
  },
};

function issueOf(id: number, context: GraphqlContext): Issue {
  return context.sandbox.state.issues.get(id)!;
}
