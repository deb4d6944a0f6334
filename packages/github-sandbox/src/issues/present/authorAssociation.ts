import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';

/** How a person is related to a repository. https://docs.github.com/graphql/reference/enums#commentauthorassociation */
export type AuthorAssociation =
  | 'OWNER'
  | 'MEMBER'
  | 'COLLABORATOR'
  | 'CONTRIBUTOR'
  | 'NONE';

/** The closest relation of a person to a repository. A contributor is somebody with a merged pull request. */
export function authorAssociation(options: {
  sandbox: Sandbox;
  repository: Repository;
  userId: number;
}): AuthorAssociation {
  const { sandbox, repository, userId } = options;
  if (repository.ownerId === userId) return 'OWNER';
  const isMember = sandbox.state.organisations
    .get(repository.ownerId)
    ?.members.some(
      member => member.userId === userId && member.state === 'active',
    );
  if (isMember) return 'MEMBER';
  if (repository.collaborators.some(person => person.userId === userId)) {
    return 'COLLABORATOR';
  }
  const hasMerged = sandbox.state.issues
    .by('repository', repository.id)
    .some(({ authorId, pull }) => authorId === userId && pull?.mergedAt);
  return hasMerged ? 'CONTRIBUTOR' : 'NONE';
}
