import { includesRole } from '../../access';
import type { RepositoryPermission, User } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { ROLE_NAMES } from './presentPermission';

/** GitHub's `collaborator`. */
export function presentCollaborator(options: {
  urls: Urls;
  user: User;
  role: RepositoryPermission | undefined;
}) {
  const { urls, user, role } = options;
  const has = (needed: RepositoryPermission) => includesRole({ role, needed });
  return {
    ...presentAccount({ urls, account: user }),
    permissions: {
      admin: has('admin'),
      maintain: has('maintain'),
      push: has('push'),
      triage: has('triage'),
      pull: has('pull'),
    },
    role_name: role ? ROLE_NAMES[role] : 'none',
  };
}
