import type { Installation, Repository } from '../core/state';

/** Whether an installation was given a repository. */
export function installationCovers(options: {
  installation: Installation;
  repository: Repository;
}): boolean {
  const { installation, repository } = options;
  return (
    installation.accountId === repository.ownerId &&
    (installation.repositorySelection === 'all' ||
      installation.repositoryIds.includes(repository.id))
  );
}
