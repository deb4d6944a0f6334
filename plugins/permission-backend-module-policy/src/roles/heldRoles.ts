import type { HeldRole } from '@callboard/plugin-access-common';
import type { PolicyPerson } from '@callboard/plugin-access-node';
import { normalizeRef } from '../principals/normalizeRef';
import type { RoleGrant, RoleSet } from './Role';

const GUEST: Omit<HeldRole, 'member'> = {
  role: 'viewer',
  source: { type: 'guest' },
};

/**
 * The roles of a person, and why. A guest has the role of a guest whatever else is listed. Whoever has no role that stands on its own (one
 * of the three, or one that extends one) has the default role too.
 */
export function heldRoles(options: {
  person: PolicyPerson;
  set: RoleSet;
  /** By name, what counts beside the configuration. A role that is no longer there gives nothing. */
  assigned: RoleGrant[];
}): HeldRole[] {
  const { person, set, assigned } = options;
  const self = normalizeRef(person.userEntityRef);
  // Before all roles: membership of a group must not lift a guest.
  if (set.guests.has(self)) return [{ ...GUEST, member: self }];

  const refs = new Set([self, ...person.ownershipEntityRefs.map(normalizeRef)]);
  const grants = [...set.grants, ...assigned].filter(
    ({ member, role }) => refs.has(member) && set.roles.has(role),
  );
  const names = [...set.roles.keys()];
  const held = grants
    .map(({ role, member, source }) => ({ role, member, source }))
    .sort((a, b) => names.indexOf(a.role) - names.indexOf(b.role));
  const isComplete = held.some(({ role }) => set.roles.get(role)?.extends);
  return isComplete
    ? held
    : [
        ...held,
        {
          role: set.defaultRole,
          member: self,
          source: { type: 'default', key: 'permission.callboard.defaultRole' },
        },
      ];
}
