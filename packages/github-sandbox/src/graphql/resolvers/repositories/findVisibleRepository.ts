import { findRepository } from '../../../core/names/findRepository';
import type { GraphqlContext } from '../../GraphqlContext';
import { Problem } from '../../Problem';
import { isVisible } from '../../rights/isVisible';
import { repositoryNode } from './repositoryNode';

/** The repository of this name, also under a name that it had before. Throws NOT_FOUND, or says why the token may not see it. */
export function findVisibleRepository(options: {
  context: GraphqlContext;
  owner: string;
  name: string;
  /** Whether older names count. */
  followRenames?: boolean | null;
}) {
  const { context, owner, name, followRenames } = options;
  const found = findRepository({ sandbox: context.sandbox, owner, name });
  if (
    found.outcome === 'missing' ||
    (found.outcome === 'moved' && followRenames === false) ||
    !isVisible({ context, repository: found.repository })
  ) {
    throw new Problem({
      type: 'NOT_FOUND',
      message: `Could not resolve to a Repository with the name '${owner}/${name}'.`,
    });
  }
  return repositoryNode({ repository: found.repository, context });
}
