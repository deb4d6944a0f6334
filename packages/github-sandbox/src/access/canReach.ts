import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';
import { installationCovers } from './installationCovers';
import { installationFor } from './installationFor';
import { roleOf } from './roleOf';
import { includesScope } from './scopes';
import type { Viewer } from './Viewer';

/**
 * Whether a credential reaches a repository, single sign-on aside. Where it does and single sign-on is missing, GitHub says so with 403
 * (`authorise`); where it does not, the repository is not there (404).
 */
export function canReach(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository: Repository;
}): boolean {
  const { sandbox, viewer, repository } = options;
  if (repository.visibility === 'public') return true;
  if (viewer.kind === 'installation') {
    const { installation, token } = viewer;
    return (
      installationCovers({ installation, repository }) &&
      (token.repositoryIds === null ||
        token.repositoryIds.includes(repository.id))
    );
  }
  if (viewer.kind !== 'user') return false;

  const { user, token } = viewer;
  if (!roleOf({ sandbox, user, repository })) return false;
  switch (token.kind) {
    case 'classic':
    case 'oauth':
      return includesScope({ granted: token.scopes, needed: 'repo' });
    case 'fineGrained':
      return (
        token.resourceOwnerId === repository.ownerId &&
        (token.repositoryIds === null ||
          token.repositoryIds.includes(repository.id))
      );
    default: {
      const installation = installationFor({
        sandbox,
        token,
        accountId: repository.ownerId,
      });
      return (
        installation !== undefined &&
        installationCovers({ installation, repository }) &&
        (token.repositoryIds === null ||
          token.repositoryIds.includes(repository.id))
      );
    }
  }
}
