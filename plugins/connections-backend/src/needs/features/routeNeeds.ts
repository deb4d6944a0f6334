import { routePermissions } from '@callboard/plugin-github-common';
import type { PermissionNeed } from '../FeatureNeed';

/** What routes need, by the table that the dry run of templates uses too. Throws for a route that the table does not have. */
export function routeNeeds(...routes: string[]): PermissionNeed[] {
  return routes.flatMap(route => {
    const permissions = routePermissions(route);
    if (permissions.length === 0) {
      throw new Error(`No permission is known for ${route}`);
    }
    return permissions.map(({ permission, level, scope }) => ({
      permission,
      scope,
      level,
      route,
    }));
  });
}
