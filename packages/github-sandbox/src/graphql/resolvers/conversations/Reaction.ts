import { nodeId } from '../../../core/nodeId';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';
import { reactionContent } from './reactionContent';

/** https://docs.github.com/graphql/reference/objects#reaction */
export const Reaction: Resolvers<Source<'reaction'>> = {
  id: ({ reaction }) => nodeId({ type: 'Reaction', id: reaction.id }),
  databaseId: ({ reaction }) => reaction.id,
  content: ({ reaction }) => reactionContent.fromRest(reaction.content),
  createdAt: ({ reaction }) => reaction.createdAt,
  user: ({ reaction }, _args, context) =>
    personById({ id: reaction.userId, context }),
  reactable({ reaction }, _args, { sandbox }) {
    const { kind, id } = reaction.subject;
    const { comments, issues, reviewComments } = sandbox.state;
    if (kind === 'issue') return source.issue(issues.get(id)!);
    return kind === 'comment'
      ? source.comment(comments.get(id)!)
      : source.reviewComment(reviewComments.get(id)!);
  },
};
