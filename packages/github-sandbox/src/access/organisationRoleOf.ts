import type { Organisation, User } from '../core/state';

/** A person's role in an organisation; undefined for those who are not (yet) members. */
export function organisationRoleOf(options: {
  user: User;
  organisation: Organisation;
}): 'admin' | 'member' | undefined {
  return options.organisation.members.find(
    ({ userId, state }) => userId === options.user.id && state === 'active',
  )?.role;
}
