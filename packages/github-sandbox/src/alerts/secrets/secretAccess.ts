import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { Access, RepositoryCall } from '../../http/Route';
import { mayUseAlerts } from '../routes/mayUseAlerts';

export function secretAccess(level: 'read' | 'write'): Access {
  return {
    as: 'signedIn',
    permission: { name: 'secret_scanning_alerts', level },
    scopes: ['repo', 'security_events'],
  };
}

/** Whether the viewer may see which secrets were found: with the permission, and people who administer the repository. */
export function mayUseSecretAlerts(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository: Repository;
}): boolean {
  return mayUseAlerts({
    ...options,
    permission: 'secret_scanning_alerts',
    role: 'admin',
  });
}

/** Rights first, as for Dependabot's alerts; here they are hidden altogether. */
export function requireSecretScanning(call: RepositoryCall): void {
  if (!mayUseSecretAlerts(call)) throw notFound();
  if (!call.repository.secretScanning) {
    throw new GitHubError({
      status: 404,
      message: 'Secret scanning is disabled on this repository.',
    });
  }
}
