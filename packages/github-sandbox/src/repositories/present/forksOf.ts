import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';

/** The direct forks of a repository, oldest first. */
export function forksOf(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Repository[] {
  const { sandbox, repository } = options;
  return sandbox.state.repositories.filter(
    ({ parentId }) => parentId === repository.id,
  );
}
