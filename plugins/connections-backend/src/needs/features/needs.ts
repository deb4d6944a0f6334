import type { PermissionLevel } from '@callboard/plugin-connections-common';
import type { PermissionNeed } from '../FeatureNeed';

/** One need for each route: all of them ask for the same permission. */
export function needs(
  permission: string,
  level: PermissionLevel,
  options: { scope?: PermissionNeed['scope']; routes: string[] },
): PermissionNeed[] {
  const { scope = 'repository', routes } = options;
  return routes.map(route => ({ permission, scope, level, route }));
}
