import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Access, RepositoryCall } from '../../http/Route';
import { mayUseAlerts } from '../routes/mayUseAlerts';

export function codeAccess(level: 'read' | 'write'): Access {
  return {
    as: 'signedIn',
    permission: { name: 'security_events', level },
    scopes: ['repo', 'security_events'],
  };
}

/** Whether the viewer may see what code scanning found: with the permission, and people who may push. */
export function mayUseCodeAlerts(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository: Repository;
}): boolean {
  return mayUseAlerts({ ...options, permission: 'security_events' });
}

/** Rights first, as for Dependabot's alerts. Then what GitHub says of a repository in which nothing was ever analysed. */
export function requireCodeScanning(call: RepositoryCall): void {
  const { repository, method } = call;
  if (!mayUseCodeAlerts(call)) {
    throw new GitHubError({
      status: 403,
      message: `You are not authorized to ${
        method === 'GET' ? 'read' : 'write'
      } code scanning alerts.`,
    });
  }
  if (repository.codeScanning) return;
  throw repository.visibility === 'public'
    ? new GitHubError({ status: 404, message: 'no analysis found' })
    : new GitHubError({
        status: 403,
        message:
          'Advanced Security must be enabled for this repository to use code scanning.',
      });
}
