import type { JsonObject } from '@backstage/types';
import {
  accessManagePermission,
  accessReadPermission,
} from '@callboard/plugin-access-common';
import { withLocalAccess } from '../localKeys/withLocalAccess';

/** The configuration with the key of `callboard permissions`, which opens the plugin `access` and nothing else. See `withLocalAccess`. */
export function withPermissionsAccess(options: {
  data: JsonObject;
  key: string;
}): JsonObject {
  return withLocalAccess({
    ...options,
    // The route for the first administrator's link knows it by this name.
    subject: 'callboard-permissions',
    plugin: 'access',
    permission: [accessReadPermission.name, accessManagePermission.name],
  });
}
