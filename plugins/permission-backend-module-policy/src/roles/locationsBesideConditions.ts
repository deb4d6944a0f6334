import { matchingPattern } from './matchingPattern';
import type { Role } from './Role';
import type { RoleProblem } from './RoleProblem';

/** With these the catalog shows what any file has that it can read, also of entities that are hidden. */
const PERMISSIONS = ['catalog.location.create', 'catalog.location.analyze'];

/** The roles whose conditions their members can get round, because they may try and analyse locations. None of it keeps a portal from starting. */
export function locationsBesideConditions(options: {
  roles: Role[];
}): RoleProblem[] {
  return options.roles
    .filter(({ conditions }) => conditions)
    .flatMap(role => {
      const open = PERMISSIONS.filter(name => {
        if (matchingPattern({ patterns: role.deny, name })) return false;
        return (
          role.extends === 'developer' ||
          matchingPattern({ patterns: role.allow, name }) !== undefined
        );
      });
      if (open.length === 0) return [];
      return [
        {
          key: `permission.callboard.roles.${role.name}.conditions`,
          problem: `can be got round with ${open.join(
            ' and ',
          )}, which show what any file has that the portal can read`,
          remedy: `add catalog.location.* to permission.callboard.roles.${role.name}.deny`,
        },
      ];
    });
}
