import { plural } from '@callboard/page-parts';
import type { InstallationFacts } from '@callboard/plugin-connections-common';

/** `all 41 repositories`, `3 selected repositories`. */
export function repositoriesWords(
  installation: Pick<InstallationFacts, 'repositories' | 'repositorySelection'>,
): string {
  const { repositories, repositorySelection } = installation;
  if (repositories === undefined)
    return repositorySelection === 'all'
      ? 'all repositories'
      : 'selected repositories';
  return repositorySelection === 'all'
    ? `all ${plural(repositories, 'repository', 'repositories')}`
    : `${plural(repositories, 'selected repository', 'selected repositories')}`;
}
