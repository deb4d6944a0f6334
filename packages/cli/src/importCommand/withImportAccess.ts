import type { JsonObject } from '@backstage/types';
import {
  connectionsManagePermission,
  connectionsReadPermission,
} from '@callboard/plugin-connections-common';
import { withLocalAccess } from '../localKeys/withLocalAccess';

/**
 * The configuration with the key of `callboard import`, which opens the plugin `github` and nothing else. Whoever reads the data directory
 * can do all that the portal can; this key alone cannot. See `withLocalAccess`.
 */
export function withImportAccess(options: {
  data: JsonObject;
  key: string;
}): JsonObject {
  return withLocalAccess({
    ...options,
    subject: 'callboard-import',
    plugin: 'github',
    permission: [
      connectionsReadPermission.name,
      connectionsManagePermission.name,
    ],
  });
}
