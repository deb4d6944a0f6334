import type { Source } from '../../sources/source';
import type { GraphqlContext } from '../../GraphqlContext';
import type { Resolvers } from '../Resolvers';
import { gitActor } from './gitActor';
import { gitObject } from './gitObject';
import { gitObjectFields } from './gitObjectFields';
import { gitOf } from './gitOf';

/** An annotated tag. https://docs.github.com/graphql/reference/objects#tag */
export const Tag: Resolvers<Source<'tag'>> = {
  ...(gitObjectFields as Resolvers<Source<'tag'>>),
  name: async (tag, _args, context) => (await read(tag, context)).tag,
  message: async (tag, _args, context) => (await read(tag, context)).message,
  async tagger(tag, _args, context) {
    const { tagger } = await read(tag, context);
    return tagger ? gitActor({ signature: tagger, context }) : null;
  },
  async target(tag, _args, context) {
    const { object, type } = await read(tag, context);
    return gitObject({ repository: tag.repository, sha: object, type });
  },
};

async function read(
  { repository, sha }: Source<'tag'>,
  context: GraphqlContext,
) {
  const git = await gitOf({ repository, context });
  const tag = await git.readTag({ sha });
  if (!tag) throw new Error(`There is no tag ${sha}`);
  return tag;
}
