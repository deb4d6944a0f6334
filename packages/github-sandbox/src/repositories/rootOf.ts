import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';

/** The repository that all forks of one go back to; itself where it is no fork. */
export function rootOf(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Repository {
  const { sandbox, repository } = options;
  const parent =
    repository.parentId === null
      ? undefined
      : sandbox.state.repositories.get(repository.parentId);
  return parent ? rootOf({ sandbox, repository: parent }) : repository;
}
