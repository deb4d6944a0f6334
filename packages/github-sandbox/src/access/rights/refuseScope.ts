import type { Organisation, Repository, Token } from '../../core/state';
import {
  adminRightsNeeded,
  GitHubError,
  notFound,
} from '../../http/GitHubError';
import type { Access } from '../../http/Route';
import { includesScope } from '../scopes';
import { isPublicRead } from './refusePermission';

/**
 * Why a classic or OAuth token may not call a route for want of a scope, or undefined. GitHub answers 404, so that nothing is told about
 * what is there; deleting a repository is answered with 403.
 * https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource
 */
export function refuseScope(options: {
  token: Token;
  access: Access;
  isRead: boolean;
  repository?: Repository;
  organisation?: Organisation;
}): GitHubError | undefined {
  const { token, access } = options;
  if (token.kind !== 'classic' && token.kind !== 'oauth') return undefined;
  const accepted = acceptedScopes(options);
  if (
    accepted.length === 0 ||
    accepted.some(needed => includesScope({ granted: token.scopes, needed }))
  ) {
    return undefined;
  }
  return access.scopes?.includes('delete_repo')
    ? adminRightsNeeded()
    : notFound();
}

/** The scopes of which any is enough; none: no scope is needed. Private repositories needed `repo` to be there at all. */
export function acceptedScopes(options: {
  access: Access;
  isRead: boolean;
  repository?: Repository;
  organisation?: Organisation;
}): string[] {
  const { access, isRead, repository, organisation } = options;
  if (isPublicRead({ access, isRead, repository })) return [];
  if (access.scopes) return access.scopes;
  if (repository) {
    return repository.visibility === 'public'
      ? ['public_repo', 'repo']
      : ['repo'];
  }
  if (!organisation) return [];
  const isAboutMembers =
    access.organisation !== undefined || access.permission?.name === 'members';
  const isCreation = access.permission?.name === 'administration';
  if (isCreation) return ['public_repo', 'repo'];
  if (!isAboutMembers) return [];
  return isRead ? ['read:org'] : ['admin:org'];
}
