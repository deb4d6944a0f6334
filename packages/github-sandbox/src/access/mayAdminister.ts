import type { Account, User } from '../core/state';
import { organisationRoleOf } from './organisationRoleOf';

/** Whether a person decides for an account: their own, or an organisation that they own. */
export function mayAdminister(options: {
  user: User;
  account: Account;
}): boolean {
  const { user, account } = options;
  return account.kind === 'organisation'
    ? organisationRoleOf({ user, organisation: account }) === 'admin'
    : account.id === user.id;
}
