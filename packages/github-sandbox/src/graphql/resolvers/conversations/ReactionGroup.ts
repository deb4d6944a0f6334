import type { Reaction } from '../../../core/state';
import { connection } from '../../connections/connection';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';

/** https://docs.github.com/graphql/reference/objects#reactiongroup; the other fields come with the group. */
export const ReactionGroup: Resolvers<{ reactions: Reaction[] }> = {
  reactors: ({ reactions }, args, context) =>
    connection({
      rows: reactions,
      args,
      key: ({ id }) => id,
      node: ({ userId }) => personById({ id: userId, context }),
      edge: ({ createdAt }) => ({ reactedAt: createdAt }),
    }),
};
