import { permissionName } from '@callboard/plugin-github-node';
import type { Ability } from './Ability';

/** In GitHub's words: `Pull requests: write, Contents: write`. */
export function permissionsOf({
  permissions,
}: Pick<Ability, 'permissions'>): string {
  return permissions
    .map(
      ({ permission, level }) =>
        `${permissionName(permission).title}: ${level}`,
    )
    .join(', ');
}
