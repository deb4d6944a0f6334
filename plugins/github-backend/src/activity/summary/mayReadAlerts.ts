import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { githubAlertsReadPermission } from '@callboard/plugin-github-common';
import type { Caller } from '../access/openEntity';

/** Of these entities, those whose alerts the caller may see. */
export async function mayReadAlerts(options: {
  permissions: PermissionsService;
  credentials: Caller;
  entityRefs: string[];
}): Promise<Set<string>> {
  const { permissions, credentials, entityRefs } = options;
  if (entityRefs.length === 0) return new Set();
  const decisions = await permissions.authorize(
    entityRefs.map(resourceRef => ({
      permission: githubAlertsReadPermission,
      resourceRef,
    })),
    { credentials },
  );
  return new Set(
    entityRefs.filter(
      (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
    ),
  );
}
