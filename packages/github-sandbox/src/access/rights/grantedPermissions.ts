import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Permissions, Repository } from '../../core/state';
import { installationCovers } from '../installationCovers';
import { installationFor } from '../installationFor';
import type { Viewer } from '../Viewer';

/**
 * The permissions that a credential has on a repository or organisation (or, without either, on what is the person's own). `everything`
 * for classic and OAuth tokens, which know scopes and no permissions. `{}` where it has none there.
 */
export function grantedPermissions(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository?: Repository;
  organisation?: Organisation;
}): Permissions | 'everything' {
  const { sandbox, viewer, repository, organisation } = options;
  const accountId = repository?.ownerId ?? organisation?.id;

  if (viewer.kind === 'installation') {
    const { installation, token } = viewer;
    if (accountId === undefined) return token.permissions;
    const isCovered =
      installation.accountId === accountId &&
      (!repository ||
        (installationCovers({ installation, repository }) &&
          isSelected(token.repositoryIds, repository)));
    return isCovered ? token.permissions : {};
  }
  if (viewer.kind !== 'user') return {};

  const { token } = viewer;
  switch (token.kind) {
    case 'classic':
    case 'oauth':
      return 'everything';
    case 'fineGrained': {
      if (accountId === undefined) return token.permissions;
      const isCovered =
        token.resourceOwnerId === accountId &&
        (!repository || isSelected(token.repositoryIds, repository));
      return isCovered ? token.permissions : {};
    }
    default: {
      if (accountId === undefined) {
        if (token.installationId !== null) return token.permissions;
        return (
          sandbox.state.apps.first('client', token.clientId ?? '')
            ?.permissions ?? {}
        );
      }
      const installation = installationFor({ sandbox, token, accountId });
      const isCovered =
        installation &&
        (!repository ||
          (installationCovers({ installation, repository }) &&
            isSelected(token.repositoryIds, repository)));
      if (!isCovered) return {};
      return token.installationId === null
        ? installation.permissions
        : token.permissions;
    }
  }
}

function isSelected(ids: number[] | null, repository: Repository): boolean {
  return ids === null || ids.includes(repository.id);
}
