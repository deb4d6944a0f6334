import type { Sandbox } from '../../core/Sandbox';
import type { Installation, Repository, User } from '../../core/state';
import { coveredRepositories } from './coveredRepositories';

/** Gives an installation other repositories. `repositoryIds` null: all. Says what came and what went. */
export function selectRepositories(options: {
  sandbox: Sandbox;
  installation: Installation;
  repositoryIds: number[] | null;
  actor: User;
}): void {
  const { sandbox, installation, repositoryIds, actor } = options;
  const before = coveredRepositories({ sandbox, installation });
  installation.repositorySelection = repositoryIds ? 'selected' : 'all';
  installation.repositoryIds = [...new Set(repositoryIds ?? [])];
  installation.updatedAt = sandbox.clock.iso();
  const after = coveredRepositories({ sandbox, installation });

  const emit = (action: 'added' | 'removed', repositories: Repository[]) => {
    if (repositories.length === 0) return;
    sandbox.events.emit({
      name: 'installation_repositories',
      action,
      installation,
      repositories,
      sender: actor,
    });
  };
  emit(
    'added',
    after.filter(repository => !before.includes(repository)),
  );
  emit(
    'removed',
    before.filter(repository => !after.includes(repository)),
  );
}
