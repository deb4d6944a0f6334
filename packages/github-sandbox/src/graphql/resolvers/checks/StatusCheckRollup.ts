import { nodeId } from '../../../core/nodeId';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { contextConnection } from './contextConnection';
import { computeRollup } from './rollupOf';

/** https://docs.github.com/graphql/reference/objects#statuscheckrollup */
export const StatusCheckRollup: Resolvers<Source<'rollup'>> = {
  id: ({ repository, sha }) =>
    nodeId({ type: 'StatusCheckRollup', id: `${repository.id}:${sha}` }),
  commit: ({ repository, sha }) => source.commit(repository, sha),
  state: ({ repository, sha }, _args, context) =>
    computeRollup({ repository, sha, context })?.state ?? 'EXPECTED',
  contexts: ({ repository, sha }, args, context) =>
    contextConnection({
      contexts: computeRollup({ repository, sha, context })?.contexts ?? [],
      args,
    }),
};
