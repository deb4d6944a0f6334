import type { Organisation, Repository } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Access } from '../../http/Route';
import type { Viewer } from '../Viewer';
import { isPublicRead, notAccessible } from './refusePermission';

/** Why a kind of credential may not call a route at all, or undefined: routes for Apps' JWTs, for persons, for anybody who is known. */
export function refuseKind(options: {
  viewer: Viewer;
  access: Access;
  isRead: boolean;
  repository?: Repository;
  organisation?: Organisation;
}): GitHubError | undefined {
  const { viewer, access, isRead } = options;
  switch (access.as) {
    case 'anybody':
      return undefined;
    case 'app':
      return viewer.kind === 'app'
        ? undefined
        : unauthorised('A JSON web token could not be decoded');
    case 'client':
      return viewer.kind === 'client' ? undefined : unauthorised();
    default:
  }
  const needsSomebody =
    access.as !== undefined ||
    access.organisation !== undefined ||
    !isRead ||
    (permissionIsAsked(access) && !isPublicRead(options)) ||
    (access.role !== undefined && access.role !== 'pull');
  if (viewer.kind === 'anonymous' || viewer.kind === 'client') {
    return needsSomebody ? unauthorised() : undefined;
  }
  return access.as === 'user' && viewer.kind !== 'user'
    ? notAccessible({ viewer })
    : undefined;
}

/** Metadata of what is there at all is public. */
function permissionIsAsked({ permission }: Access): boolean {
  return permission !== undefined && permission.name !== 'metadata';
}

function unauthorised(message = 'Requires authentication'): GitHubError {
  return new GitHubError({ status: 401, message });
}
