import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';
import { canReach } from './canReach';
import { needsSignOn } from './sso/needsSignOn';
import type { Viewer } from './Viewer';

/**
 * Whether a repository is in the lists of this viewer. What is not, is answered with 404, as if it were not there. Repositories of an
 * organisation that enforces single sign-on are left out for tokens without it, public ones excepted.
 */
export function canSee(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository: Repository;
}): boolean {
  const { sandbox, viewer, repository } = options;
  if (repository.visibility === 'public') return true;
  const organisation = sandbox.state.organisations.get(repository.ownerId);
  return (
    canReach({ sandbox, viewer, repository }) &&
    !(organisation && needsSignOn({ viewer, organisation }))
  );
}
