import { includesRole, roleOf } from '../../access';
import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, RepositoryPermission } from '../../core/state';

/**
 * `permissions` of a repository: what the viewer's role allows. Installations have no role, so GitHub answers false for everything;
 * undefined for callers that act for nobody.
 */
export function permissionsOf(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository: Repository;
}): Record<RepositoryPermission, boolean> | undefined {
  const { sandbox, viewer, repository } = options;
  if (viewer.kind !== 'user' && viewer.kind !== 'installation') {
    return undefined;
  }
  const role =
    viewer.kind === 'user'
      ? roleOf({ sandbox, user: viewer.user, repository }) ??
        (repository.visibility === 'public' ? 'pull' : undefined)
      : undefined;
  const has = (needed: RepositoryPermission) => includesRole({ role, needed });
  return {
    admin: has('admin'),
    maintain: has('maintain'),
    push: has('push'),
    triage: has('triage'),
    pull: has('pull'),
  };
}
