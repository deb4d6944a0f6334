import {
  grantedPermissions,
  includesLevel,
  includesRole,
  roleOf,
} from '../../access';
import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';

/**
 * Whether the viewer may see the alerts of a repository: with the permission, and people only with write access, also to a public one.
 * https://docs.github.com/code-security/dependabot/dependabot-alerts/viewing-and-updating-dependabot-alerts
 */
export function mayUseAlerts(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository: Repository;
}): boolean {
  const { sandbox, viewer, repository } = options;
  const isGranted = includesLevel({
    granted: grantedPermissions(options),
    needed: { name: 'vulnerability_alerts', level: 'read' },
  });
  return (
    isGranted &&
    (viewer.kind !== 'user' ||
      includesRole({
        role: roleOf({ sandbox, user: viewer.user, repository }),
        needed: 'push',
      }))
  );
}
