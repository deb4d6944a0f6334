import type { GraphqlContext } from '../../GraphqlContext';
import { isVisible } from '../../rights/isVisible';
import { repositoryNode } from './repositoryNode';

/** A related repository by its number; null where there is none, or none for this viewer. */
export function visibleRepository(options: {
  id: number | null;
  context: GraphqlContext;
}) {
  const { id, context } = options;
  const repository =
    id === null ? undefined : context.sandbox.state.repositories.get(id);
  return repository && isVisible({ context, repository })
    ? repositoryNode({ repository, context })
    : null;
}
