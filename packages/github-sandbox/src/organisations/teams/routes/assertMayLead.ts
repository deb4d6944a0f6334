import { organisationRoleOf } from '../../../access';
import { GitHubError } from '../../../http/GitHubError';
import type { TeamCall } from './teamRoute';

/** Throws 403 for people who neither own the organisation nor maintain the team. Apps have been asked for their permission before. */
export function assertMayLead(call: TeamCall): void {
  const { viewer, organisation, team } = call;
  if (viewer.kind !== 'user') return;
  const maintains = team.members.some(
    ({ userId, role, state }) =>
      userId === viewer.user.id && role === 'maintainer' && state === 'active',
  );
  if (
    !maintains &&
    organisationRoleOf({ user: viewer.user, organisation }) !== 'admin'
  ) {
    throw new GitHubError({
      status: 403,
      message:
        'You must be an owner of the organization or a maintainer of the team.',
    });
  }
}
