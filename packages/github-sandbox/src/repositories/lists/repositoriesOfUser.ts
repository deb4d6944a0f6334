import { roleOf } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';

/** The repositories that a person has to do with, by GitHub's affiliations: `owner`, `collaborator`, `organization_member`. */
export function repositoriesOfUser(options: {
  sandbox: Sandbox;
  user: User;
  affiliations: string[];
}): Repository[] {
  const { sandbox, user, affiliations } = options;
  return sandbox.state.repositories.filter(repository => {
    if (repository.ownerId === user.id) return affiliations.includes('owner');
    if (
      affiliations.includes('collaborator') &&
      repository.collaborators.some(({ userId }) => userId === user.id)
    ) {
      return true;
    }
    return (
      affiliations.includes('organization_member') &&
      isMember({ ...options, repository }) &&
      roleOf({ sandbox, user, repository }) !== undefined
    );
  });
}

function isMember(options: {
  sandbox: Sandbox;
  user: User;
  repository: Repository;
}): boolean {
  const { sandbox, user, repository } = options;
  return Boolean(
    sandbox.state.organisations
      .get(repository.ownerId)
      ?.members.some(
        ({ userId, state }) => userId === user.id && state === 'active',
      ),
  );
}
