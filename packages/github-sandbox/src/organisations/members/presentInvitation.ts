import { actorOf } from '../../access';
import { nodeId } from '../../core/nodeId';
import type { Organisation, OrganisationMember } from '../../core/state';
import type { Call } from '../../http/Route';
import { presentAccount } from '../presentAccount';

/** GitHub's `organization-invitation`. An invitation has the number of who is invited. */
export function presentInvitation(options: {
  call: Call & { organisation: Organisation };
  member: Pick<OrganisationMember, 'userId' | 'role'>;
}) {
  const { call, member } = options;
  const { sandbox, organisation, urls } = call;
  const user = sandbox.state.users.get(member.userId)!;
  const owner = organisation.members.find(({ role }) => role === 'admin');
  const inviter =
    (owner && sandbox.state.users.get(owner.userId)) ?? actorOf(call.viewer);
  return {
    id: user.id,
    login: user.login,
    node_id: nodeId({ type: 'OrganizationInvitation', id: user.id }),
    email: user.email,
    role: member.role === 'admin' ? 'admin' : 'direct_member',
    created_at: organisation.updatedAt,
    failed_at: null,
    failed_reason: null,
    inviter: presentAccount({ urls, account: inviter }),
    team_count: sandbox.state.teams
      .by('organisation', organisation.id)
      .filter(({ members }) => members.some(({ userId }) => userId === user.id))
      .length,
    invitation_teams_url: `${urls.api}/organizations/${organisation.id}/invitations/${user.id}/teams`,
    invitation_source: 'member',
  };
}
