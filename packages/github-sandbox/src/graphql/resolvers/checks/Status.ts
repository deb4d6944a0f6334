import { nodeId } from '../../../core/nodeId';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { contextConnection } from './contextConnection';
import { computeRollup } from './rollupOf';
import { statusesOf } from './statusesOf';

/** The statuses of a commit, without its check runs. https://docs.github.com/graphql/reference/objects#status */
export const Status: Resolvers<Source<'status'>> = {
  id: ({ repository, sha }) =>
    nodeId({ type: 'Status', id: `${repository.id}:${sha}` }),
  commit: ({ repository, sha }) => source.commit(repository, sha),
  state({ repository, sha }, _args, context) {
    const states = statusesOf({ repository, sha, context }).map(
      ({ state }) => state,
    );
    if (states.some(state => state === 'error' || state === 'failure')) {
      return 'FAILURE';
    }
    return states.includes('pending') ? 'PENDING' : 'SUCCESS';
  },
  context({ repository, sha }, { name }, context) {
    const found = statusesOf({ repository, sha, context }).find(
      status => status.context === name,
    );
    return found ? source.statusContext(found) : null;
  },
  contexts: ({ repository, sha }, _args, context) =>
    statusesOf({ repository, sha, context }).map(source.statusContext),
  combinedContexts: ({ repository, sha }, args, context) =>
    contextConnection({
      contexts: computeRollup({ repository, sha, context })?.contexts ?? [],
      args,
    }),
};
