import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, OrganisationMember, User } from '../../core/state';

/** Takes an invitation to an organisation, and with it those to its teams. */
export function acceptMembership(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  member: OrganisationMember;
  user: User;
}): void {
  const { sandbox, organisation, member, user } = options;
  if (member.state === 'active') return;
  member.state = 'active';
  sandbox.events.emit({
    name: 'organization',
    action: 'member_added',
    organisation,
    member: user,
    role: member.role,
    sender: user,
  });
  for (const team of sandbox.state.teams.by('organisation', organisation.id)) {
    const invited = team.members.find(({ userId }) => userId === user.id);
    if (invited?.state === 'pending') {
      invited.state = 'active';
      sandbox.events.emit({
        name: 'membership',
        action: 'added',
        organisation,
        team,
        member: user,
        sender: user,
      });
    }
  }
}
