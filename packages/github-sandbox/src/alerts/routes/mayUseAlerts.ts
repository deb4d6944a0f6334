import {
  grantedPermissions,
  includesLevel,
  includesRole,
  roleOf,
} from '../../access';
import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, RepositoryPermission } from '../../core/state';

/**
 * Whether the viewer may see the alerts of a repository: with the permission, and people only with a role, also in a public one.
 * https://docs.github.com/code-security/dependabot/dependabot-alerts/viewing-and-updating-dependabot-alerts
 */
export function mayUseAlerts(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository: Repository;
  /** @defaultValue that of Dependabot's alerts */
  permission?: string;
  /** @defaultValue `push` */
  role?: RepositoryPermission;
}): boolean {
  const { sandbox, viewer, repository } = options;
  const { permission = 'vulnerability_alerts', role = 'push' } = options;
  const isGranted = includesLevel({
    granted: grantedPermissions(options),
    needed: { name: permission, level: 'read' },
  });
  return (
    isGranted &&
    (viewer.kind !== 'user' ||
      includesRole({
        role: roleOf({ sandbox, user: viewer.user, repository }),
        needed: role,
      }))
  );
}
