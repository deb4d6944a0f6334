import type { JsonObject } from '@backstage/types';
import { withExternalAccess } from '../localKeys/withExternalAccess';
import { withLocalAccess } from '../localKeys/withLocalAccess';

/** Those of `@callboard/plugin-access-common`. */
const PERMISSIONS = ['access.read', 'access.manage'];

/**
 * The configuration with what lets keys in: the entry by which the portal takes its own keys and the secrets of `backend.auth.keys`, and the
 * key of `callboard keys`, which opens the plugin `access` and nothing else. See `withLocalAccess`.
 */
export function withKeyAccess(options: {
  data: JsonObject;
  key: string;
}): JsonObject {
  const { data, key } = options;
  return withLocalAccess({
    data: withExternalAccess({
      data,
      entry: { type: 'callboard-key', options: {} },
    }),
    key,
    // The routes for keys know it by this name.
    subject: 'callboard-keys',
    plugin: 'access',
    permission: PERMISSIONS,
  });
}
