import { roleOf } from '../../../access';
import type { Repository, RepositoryPermission } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';

/** What the viewer is in a repository. GitHub gives an App what its permission for contents is like. */
export function viewerRole(options: {
  repository: Repository;
  context: GraphqlContext;
}): RepositoryPermission | undefined {
  const { repository, context } = options;
  const { sandbox, viewer } = context;
  const everybody = repository.visibility === 'public' ? 'pull' : undefined;
  if (viewer.kind === 'user') {
    return roleOf({ sandbox, user: viewer.user, repository }) ?? everybody;
  }
  if (viewer.installation.accountId !== repository.ownerId) return everybody;
  const { contents } = viewer.token.permissions;
  if (contents === 'write' || contents === 'admin') return 'push';
  return contents ? 'pull' : everybody;
}
