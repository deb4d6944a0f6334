import type { Conditions } from '@callboard/plugin-access-common';
import type { PolicyPerson } from '@callboard/plugin-access-node';
import { normalizeRef } from '../principals/normalizeRef';

/** The person, wherever a parameter says so. */
export const CURRENT_USER = '$currentUser';
/** The person and the person's groups, in a list. */
export const OWNER_REFS = '$ownerRefs';

/** The conditions with the person in the place of `$currentUser` and `$ownerRefs`. */
export function fillConditions(options: {
  conditions: Conditions;
  person: PolicyPerson;
}): Conditions {
  const { conditions, person } = options;
  const user = normalizeRef(person.userEntityRef);
  const owners = [
    ...new Set([user, ...person.ownershipEntityRefs.map(normalizeRef)]),
  ];
  const fill = (value: unknown): unknown => {
    if (value === CURRENT_USER) return user;
    if (Array.isArray(value)) {
      return value.flatMap(one => (one === OWNER_REFS ? owners : fill(one)));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, fill(one)]),
      );
    }
    return value;
  };
  return fill(conditions) as Conditions;
}
