import { nodeId } from '../../../core/nodeId';
import type { Issue } from '../../../core/state';
import { connection } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { teamConnection } from '../accounts/teamConnection';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { repositoryById } from '../shared/repositoryById';
import { remarkFields } from './commentFields';
import { issuePath } from './issuePath';

type ReviewSource = Source<'review'>;

/** https://docs.github.com/graphql/reference/objects#pullrequestreview */
export const PullRequestReview: Resolvers<ReviewSource> = {
  ...remarkFields<ReviewSource>(({ review }, context) => {
    const issue = issueOf(review.issueId, context);
    const at = review.submittedAt ?? issue.updatedAt;
    return {
      ...review,
      repositoryId: issue.repositoryId,
      createdAt: at,
      updatedAt: at,
      subject: undefined,
    };
  }),
  ...located<ReviewSource>(
    ({ review }, context) =>
      `${issuePath({
        issue: issueOf(review.issueId, context),
        context,
      })}#pullrequestreview-${review.id}`,
  ),
  id: ({ review }) => nodeId({ type: 'PullRequestReview', id: review.id }),
  state: ({ review }) => review.state,
  submittedAt: ({ review }) => review.submittedAt,
  publishedAt: ({ review }) => review.submittedAt,
  authorCanPushToRepository: () => true,
  commit: ({ review }, _args, context) =>
    source.commit(
      repositoryById({
        id: issueOf(review.issueId, context).repositoryId,
        context,
      }),
      review.commitSha,
    ),
  pullRequest: ({ review }, _args, context) =>
    source.issue(issueOf(review.issueId, context)),
  onBehalfOf: (_source, args, context) =>
    teamConnection({ teams: [], args, context }),
  comments: ({ review }, args, { sandbox }) =>
    connection({
      rows: sandbox.state.reviewComments
        .by('issue', review.issueId)
        .filter(({ reviewId }) => reviewId === review.id),
      args,
      key: ({ id }) => id,
      node: source.reviewComment,
    }),
};

function issueOf(id: number, context: GraphqlContext): Issue {
  return context.sandbox.state.issues.get(id)!;
}
