import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Repository, User } from '../../core/state';
import {
  adminRightsNeeded,
  GitHubError,
  notFound,
} from '../../http/GitHubError';
import type { Access } from '../../http/Route';
import { organisationRoleOf } from '../organisationRoleOf';
import { includesRole, roleOf } from '../roleOf';

/** Why a person may not call a route for want of a role in the repository or organisation, or undefined. */
export function refuseRole(options: {
  sandbox: Sandbox;
  user: User;
  access: Access;
  isRead: boolean;
  repository?: Repository;
  organisation?: Organisation;
}): GitHubError | undefined {
  const { sandbox, user, access, isRead, repository, organisation } = options;
  if (repository && access.role && access.role !== 'pull') {
    const role = roleOf({ sandbox, user, repository });
    if (!includesRole({ role, needed: access.role })) {
      // Who may not write does not learn that there is something to write to.
      return !isRead && access.permission?.name === 'contents'
        ? notFound()
        : adminRightsNeeded();
    }
  }
  if (organisation && access.organisation) {
    const role = organisationRoleOf({ user, organisation });
    if (!role) return notFound();
    if (access.organisation === 'admin' && role !== 'admin') {
      return new GitHubError({
        status: 403,
        message: 'You must be an organization owner.',
      });
    }
  }
  return undefined;
}
