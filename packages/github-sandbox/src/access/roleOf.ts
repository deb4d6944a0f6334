import type { Sandbox } from '../core/Sandbox';
import type { Repository, RepositoryPermission, User } from '../core/state';
import { organisationRoleOf } from './organisationRoleOf';

const ORDER: RepositoryPermission[] = [
  'pull',
  'triage',
  'push',
  'maintain',
  'admin',
];

/** Whether a role includes another. */
export function includesRole(options: {
  role: RepositoryPermission | undefined;
  needed: RepositoryPermission;
}): boolean {
  const { role, needed } = options;
  return role !== undefined && ORDER.indexOf(role) >= ORDER.indexOf(needed);
}

/**
 * The strongest role that a person has in a repository: as its owner, an owner of the organisation, by the organisation's base
 * permission, a team (with the teams above it), or as a collaborator; `pull` for what is internal. Undefined: none beside what everybody may see.
 */
export function roleOf(options: {
  sandbox: Sandbox;
  user: User;
  repository: Repository;
}): RepositoryPermission | undefined {
  const { sandbox, user, repository } = options;
  if (repository.ownerId === user.id) return 'admin';

  const roles: Array<RepositoryPermission | undefined> = [
    repository.collaborators.find(({ userId }) => userId === user.id)
      ?.permission,
  ];
  const organisation = sandbox.state.organisations.get(repository.ownerId);
  const member = organisation?.members.find(
    ({ userId, state }) => userId === user.id && state === 'active',
  );
  if (organisation && member) {
    if (member.role === 'admin') return 'admin';
    const base = organisation.defaultRepositoryPermission;
    if (base !== 'none') roles.push(base);
    for (const team of sandbox.state.teams.by(
      'organisation',
      organisation.id,
    )) {
      const granted = team.repositories.find(
        ({ repositoryId }) => repositoryId === repository.id,
      );
      if (granted && isInTeam({ sandbox, user, teamId: team.id })) {
        roles.push(granted.permission);
      }
    }
  }
  if (
    repository.visibility === 'internal' &&
    isInEnterprise({ sandbox, user })
  ) {
    roles.push('pull');
  }
  return ORDER.filter(role => roles.includes(role)).at(-1);
}

/** The sandbox is one enterprise: members of any of its organisations see what is internal, outside collaborators do not. */
function isInEnterprise(options: { sandbox: Sandbox; user: User }): boolean {
  const { sandbox, user } = options;
  return sandbox.state.organisations
    .all()
    .some(
      organisation => organisationRoleOf({ user, organisation }) !== undefined,
    );
}

/** Members of a child team have what the parent team has. */
function isInTeam(options: {
  sandbox: Sandbox;
  user: User;
  teamId: number;
}): boolean {
  const { sandbox, user, teamId } = options;
  const team = sandbox.state.teams.get(teamId);
  if (!team) return false;
  if (
    team.members.some(
      ({ userId, state }) => userId === user.id && state === 'active',
    )
  ) {
    return true;
  }
  return sandbox.state.teams
    .by('organisation', team.organisationId)
    .some(
      child =>
        child.parentId === teamId &&
        isInTeam({ sandbox, user, teamId: child.id }),
    );
}
