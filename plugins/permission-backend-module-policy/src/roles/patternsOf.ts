import type { RoleSet } from './Role';

/** Every name and pattern of a permission in the configuration, by its key. */
export function patternsOf(set: RoleSet): { key: string; name: string }[] {
  return [...set.roles.values()].flatMap(role =>
    (['allow', 'deny'] as const).flatMap(list =>
      role[list].map((name, index) => ({
        key: `permission.callboard.roles.${role.name}.${list}[${index}]`,
        name,
      })),
    ),
  );
}
