import { nodeId } from '../../../core/nodeId';
import type { Repository } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import { gitOf } from './gitOf';

/** `base...head`; null where there is no such head, or the two have nothing in common. */
export async function compareRefs(options: {
  repository: Repository;
  base: string;
  head: string;
  context: GraphqlContext;
}) {
  const { repository, base, head, context } = options;
  const git = await gitOf({ repository, context });
  const found = await git.compare({ base, head });
  if (!found) return null;
  const { aheadBy, behindBy, commits } = found;
  return {
    __typename: 'Comparison' as const,
    id: nodeId({
      type: 'Comparison',
      id: `${repository.id}:${found.base}...${found.head}`,
    }),
    aheadBy,
    behindBy,
    status: statusOf(aheadBy, behindBy),
    baseTarget: source.commit(repository, found.base),
    headTarget: source.commit(repository, found.head),
    // A resolver of its own pages them.
    compared: commits,
    repository,
  };
}

function statusOf(ahead: number, behind: number) {
  if (ahead > 0 && behind > 0) return 'DIVERGED';
  if (ahead > 0) return 'AHEAD';
  return behind > 0 ? 'BEHIND' : 'IDENTICAL';
}
