import { includesRole } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, RepositoryPermission, Team } from '../../core/state';

/** What a team may do where: as it was given itself, or a team above it. */
export function repositoriesOfTeam(options: {
  sandbox: Sandbox;
  team: Team;
}): Array<{ repository: Repository; permission: RepositoryPermission }> {
  const { sandbox, team } = options;
  const found = new Map<number, RepositoryPermission>();
  for (
    let from: Team | undefined = team;
    from;
    from = sandbox.state.teams.get(from.parentId ?? 0)
  ) {
    for (const { repositoryId, permission } of from.repositories) {
      const role = found.get(repositoryId);
      if (!includesRole({ role, needed: permission })) {
        found.set(repositoryId, permission);
      }
    }
  }
  return [...found].flatMap(([id, permission]) => {
    const repository = sandbox.state.repositories.get(id);
    return repository ? { repository, permission } : [];
  });
}
