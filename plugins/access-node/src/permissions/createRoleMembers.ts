import { ServiceUnavailableError } from '@backstage/errors';
import type { RoleMember } from '@callboard/plugin-access-common';
import type { RoleMembers } from './RoleMembers';

/** For how long what was read last counts. */
const GOOD_FOR_MS = 30_000;

/** See {@link RoleMembers}. */
export function createRoleMembers(options: {
  /** Whether somebody fills it. Without, there are no members, as in an app without the plugin `access`. */
  expected: boolean;
  now?: () => number;
}): RoleMembers {
  const { now = Date.now } = options;
  let isExpected = options.expected;
  let last: { members: RoleMember[]; at: number } | undefined;
  return {
    current() {
      if (!isExpected) return [];
      if (!last || now() - last.at > GOOD_FOR_MS) {
        throw new ServiceUnavailableError(
          'The roles of the portal are not known at the moment: its database has not answered. Try again shortly.',
        );
      }
      return last.members;
    },
    fill(members) {
      isExpected = true;
      last = { members, at: now() };
    },
  };
}
