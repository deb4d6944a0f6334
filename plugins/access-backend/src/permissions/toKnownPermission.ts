import type { KnownPermission } from '@callboard/plugin-access-common';
import type { DeclaredPermission } from './createKnownPermissions';

/** A permission as the page and the command show it. */
export function toKnownPermission(
  declared: DeclaredPermission,
): KnownPermission {
  const { plugin, permission } = declared;
  const { action } = permission.attributes;
  return {
    name: permission.name,
    plugin,
    ...(action && { action }),
    ...(permission.type === 'resource' && {
      resourceType: permission.resourceType,
    }),
  };
}
