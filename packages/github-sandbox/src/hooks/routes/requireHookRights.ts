import { organisationRoleOf, roleOf } from '../../access';
import type { Account } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { ScopedCall } from './HookScope';

/**
 * Throws for people who do not administer the repository or own the organisation: GitHub answers them as if there were no hooks. The
 * permissions of Apps have been looked at before.
 */
export function requireHookRights(options: {
  call: ScopedCall;
  account: Account;
}): void {
  const { call, account } = options;
  const { sandbox, viewer, repository } = call;
  if (viewer.kind === 'installation') return;
  if (viewer.kind !== 'user') throw notFound();
  const { user } = viewer;
  const isAdmin = repository
    ? roleOf({ sandbox, user, repository }) === 'admin'
    : account.kind === 'organisation' &&
      organisationRoleOf({ user, organisation: account }) === 'admin';
  if (!isAdmin) throw notFound();
}
