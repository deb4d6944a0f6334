import type { Sandbox } from '../../../core/Sandbox';
import type {
  Organisation,
  Repository,
  RepositoryPermission,
  Team,
  User,
} from '../../../core/state';

interface Change {
  sandbox: Sandbox;
  organisation: Organisation;
  team: Team;
  repository: Repository;
  sender: User;
}

/** Gives a team a role in a repository, or changes it. */
export function setTeamRepository(
  options: Change & { permission: RepositoryPermission },
): void {
  const { sandbox, organisation, team, repository, sender, permission } =
    options;
  const known = team.repositories.find(
    ({ repositoryId }) => repositoryId === repository.id,
  );
  if (known) {
    known.permission = permission;
    return;
  }
  team.repositories.push({ repositoryId: repository.id, permission });
  team.updatedAt = sandbox.clock.iso();
  sandbox.events.emit({
    name: 'team_add',
    organisation,
    team,
    repository,
    sender,
  });
  sandbox.events.emit({
    name: 'team',
    action: 'added_to_repository',
    organisation,
    team,
    repository,
    sender,
  });
}

/** Takes a repository away from a team; nothing happens where the team does not have it. */
export function removeTeamRepository(options: Change): void {
  const { sandbox, organisation, team, repository, sender } = options;
  const before = team.repositories.length;
  team.repositories = team.repositories.filter(
    ({ repositoryId }) => repositoryId !== repository.id,
  );
  if (team.repositories.length === before) return;
  team.updatedAt = sandbox.clock.iso();
  sandbox.events.emit({
    name: 'team',
    action: 'removed_from_repository',
    organisation,
    team,
    repository,
    sender,
  });
}
