import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { rootOf } from '../../repositories/rootOf';

/** A repository with everything that it was forked from or that was forked from the same: those can have pull requests among them. */
export function networkOf(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Repository[] {
  const { sandbox } = options;
  const found = [rootOf(options)];
  for (const repository of found) {
    found.push(
      ...sandbox.state.repositories.filter(
        ({ parentId }) => parentId === repository.id,
      ),
    );
  }
  return found;
}
