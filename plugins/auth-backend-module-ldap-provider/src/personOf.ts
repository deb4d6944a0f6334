import type { SignInPerson } from '@callboard/plugin-access-common';
import type { LdapUser } from './LdapDirectory';

/** A person of the directory, for a record of a failed sign-in. */
export function personOf(user: LdapUser): SignInPerson {
  const { dn, username, email, displayName } = user;
  return { subject: dn, userName: username, email, displayName };
}
