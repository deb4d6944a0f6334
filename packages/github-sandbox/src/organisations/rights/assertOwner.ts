import { organisationRoleOf } from '../../access';
import type { Viewer } from '../../access';
import type { Organisation } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';

/** Throws 403 for people who do not own the organisation. Apps have been asked for their permission before. */
export function assertOwner(options: {
  viewer: Viewer;
  organisation: Organisation;
}): void {
  const { viewer, organisation } = options;
  if (
    viewer.kind === 'user' &&
    organisationRoleOf({ user: viewer.user, organisation }) !== 'admin'
  ) {
    throw new GitHubError({
      status: 403,
      message: 'You must be an admin of this organization.',
    });
  }
}
