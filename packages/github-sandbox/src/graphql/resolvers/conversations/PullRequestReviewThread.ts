import type { ReviewComment } from '../../../core/state';
import { connection } from '../../connections/connection';
import { source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';

/** https://docs.github.com/graphql/reference/objects#pullrequestreviewthread; the other fields come with the thread. */
export const PullRequestReviewThread: Resolvers<{
  threadComments: ReviewComment[];
}> = {
  comments: ({ threadComments }, args) =>
    connection({
      rows: threadComments.slice(args.skip ?? 0),
      args,
      key: ({ id }) => id,
      node: source.reviewComment,
    }),
};
