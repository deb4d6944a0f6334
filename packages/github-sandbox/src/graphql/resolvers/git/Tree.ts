import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { gitObjectFields } from './gitObjectFields';
import { gitOf } from './gitOf';
import { treeEntry } from './treeEntry';

/** https://docs.github.com/graphql/reference/objects#tree */
export const Tree: Resolvers<Source<'tree'>> = {
  ...(gitObjectFields as Resolvers<Source<'tree'>>),
  async entries({ repository, sha, path }, _args, context) {
    const git = await gitOf({ repository, context });
    const entries = (await git.readTree({ sha })) ?? [];
    return entries.map(entry =>
      treeEntry({
        repository,
        entry,
        path: path ? `${path}/${entry.path}` : entry.path,
      }),
    );
  },
};
