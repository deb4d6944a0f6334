import type { RoleRow } from '@callboard/plugin-access-common';
import type { Role, RoleGrant, RoleSet } from './Role';

const DESCRIPTIONS: Record<string, string> = {
  admin: 'May do everything, and sees and changes how the portal runs.',
  developer:
    'May do everything but what is for administrators. Sees own template runs only.',
  viewer: 'Reads. Sees own template runs only.',
};

/** All roles with their members, the configuration's first. */
export function roleRows(options: {
  set: RoleSet;
  assigned: RoleGrant[];
}): RoleRow[] {
  const { set, assigned } = options;
  const grants = [...set.grants, ...assigned];
  return [...set.roles.values()].map(role => ({
    name: role.name,
    builtIn: role.builtIn,
    description: role.builtIn ? DESCRIPTIONS[role.name] : describe(role),
    ...(!role.builtIn && role.extends && { extends: role.extends }),
    allow: role.allow,
    deny: role.deny,
    ...(role.conditions && { conditions: role.conditions }),
    isDefault: role.name === set.defaultRole,
    members: grants
      .filter(grant => grant.role === role.name)
      .map(({ member, source }) => ({ member, source })),
  }));
}

function describe(role: Role): string {
  const { allow, deny, conditions } = role;
  return [
    role.extends
      ? `As ${role.extends}.`
      : 'Adds to what its members may do otherwise.',
    allow.length > 0 && `Allows ${allow.join(', ')}.`,
    deny.length > 0 && `Denies ${deny.join(', ')}.`,
    conditions && 'Entities only where its conditions are met.',
  ]
    .filter(Boolean)
    .join(' ');
}
