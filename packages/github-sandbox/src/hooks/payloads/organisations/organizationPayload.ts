import { presentAccount } from '../../../organisations/presentAccount';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#organization */
export function organizationPayload(
  options: PayloadOptions<'organization'>,
): PayloadParts {
  const { urls, event } = options;
  const { action, organisation, member, role } = event;
  const url = `${urls.api}/orgs/${organisation.login}`;
  const user = presentAccount({ urls, account: member });
  if (action === 'member_invited') {
    return {
      action,
      invitation: {
        id: member.id,
        node_id: user.node_id,
        login: member.login,
        email: member.email,
        role: role === 'admin' ? 'admin' : 'direct_member',
        created_at: event.at,
        failed_at: null,
        failed_reason: null,
        inviter: presentAccount({ urls, account: event.sender }),
        team_count: 0,
        invitation_teams_url: `${urls.api}/organizations/${organisation.id}/invitations/${member.id}/teams`,
        invitation_source: 'member',
      },
      user,
    };
  }
  return {
    action,
    membership: {
      url: `${url}/memberships/${member.login}`,
      state:
        organisation.members.find(({ userId }) => userId === member.id)
          ?.state ?? (action === 'member_removed' ? 'inactive' : 'active'),
      role,
      organization_url: url,
      user,
    },
  };
}
