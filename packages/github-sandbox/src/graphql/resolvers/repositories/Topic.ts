import { nodeId } from '../../../core/nodeId';
import { connection } from '../../connections/connection';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { repositoryConnection } from './repositoryConnection';

/** https://docs.github.com/graphql/reference/objects#topic */
export const Topic: Resolvers<Source<'topic'>> = {
  id: ({ name }) => nodeId({ type: 'Topic', id: name }),
  name: ({ name }) => name,
  relatedTopics: () => [],
  stargazerCount: () => 0,
  stargazers: (_source, args) =>
    connection({ rows: [], args, key: () => 0, node: () => null }),
  viewerHasStarred: () => false,
  repositories: ({ name }, args, context) =>
    repositoryConnection({
      repositories: context.sandbox.state.repositories.filter(({ topics }) =>
        topics.includes(name),
      ),
      args,
      context,
    }),
};
