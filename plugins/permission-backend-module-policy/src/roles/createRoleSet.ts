import { normalizeRef } from '../principals/normalizeRef';
import { builtInRoles } from './builtInRoles';
import type { Role, RoleGrant, RoleSet } from './Role';

/** A set of roles with the built-in ones in it. References may be in any case. */
export function createRoleSet(options: {
  guests: Iterable<string>;
  /** @defaultValue no roles but the built-in ones */
  roles?: Role[];
  /** @defaultValue none */
  grants?: RoleGrant[];
  /** @defaultValue developer */
  defaultRole?: string;
}): RoleSet {
  const {
    guests,
    roles = [],
    grants = [],
    defaultRole = 'developer',
  } = options;
  return {
    guests: new Set(Array.from(guests, normalizeRef)),
    roles: new Map(
      [...builtInRoles, ...roles].map(role => [role.name, role] as const),
    ),
    grants: grants.map(grant => ({
      ...grant,
      member: normalizeRef(grant.member),
    })),
    defaultRole,
  };
}
