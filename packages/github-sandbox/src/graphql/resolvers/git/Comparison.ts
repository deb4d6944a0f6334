import type { Repository } from '../../../core/state';
import type { Commit } from '../../../git';
import { connection } from '../../connections/connection';
import { source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';

/** https://docs.github.com/graphql/reference/objects#comparison; the other fields come with the comparison. */
export const Comparison: Resolvers<{
  repository: Repository;
  compared: Commit[];
}> = {
  commits: ({ repository, compared }, args) =>
    connection({
      rows: compared,
      args,
      key: ({ sha }) => sha,
      node: ({ sha }) => source.commit(repository, sha),
      more: {
        authorCount: new Set(compared.map(({ author }) => author.email)).size,
      },
    }),
};
