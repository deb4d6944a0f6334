import type { Reaction } from '../../../core/state';
import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { reactionContent } from './reactionContent';

interface Reactable {
  subject: Reaction['subject'] | undefined;
}

/** What everything that takes reactions has. */
export function reactionFields<Source>(
  read: (source: Source, context: GraphqlContext) => Reactable,
): Resolvers<Source> {
  const reactionsTo = (parent: Source, context: GraphqlContext) => {
    const { subject } = read(parent, context);
    return subject
      ? context.sandbox.state.reactions.by(
          'subject',
          `${subject.kind}:${subject.id}`,
        )
      : [];
  };
  return {
    viewerCanReact: () => true,
    reactions: (parent, args, context) =>
      connection({
        rows: sorted({
          rows: reactionsTo(parent, context).filter(
            ({ content }) =>
              !args.content || content === reactionContent.toRest(args.content),
          ),
          orderBy: args.orderBy,
          by: { CREATED_AT: row => row.createdAt },
        }),
        args,
        key: ({ id }) => id,
        node: source.reaction,
        more: {
          viewerHasReacted: () =>
            reactionsTo(parent, context).some(one => isOwn(one, context)),
        },
      }),
    reactionGroups: (parent, _args, context) =>
      reactionContent.all.map(content => {
        const same = reactionsTo(parent, context).filter(
          one => one.content === reactionContent.toRest(content),
        );
        return {
          __typename: 'ReactionGroup' as const,
          content,
          createdAt: same[0]?.createdAt ?? null,
          subject: parent,
          viewerHasReacted: same.some(one => isOwn(one, context)),
          // Its own resolver pages them.
          reactions: same,
        };
      }),
  };
}

function isOwn({ userId }: Reaction, { viewer }: GraphqlContext): boolean {
  return viewer.kind === 'user' && userId === viewer.user.id;
}
