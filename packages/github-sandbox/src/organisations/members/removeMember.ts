import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, OrganisationMember, User } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { removeTeamMember } from '../teams/changes/teamMembers';

/** Takes somebody out of an organisation and its teams. Throws 403 for its last owner. */
export function removeMember(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  member: OrganisationMember;
  sender: User;
}): void {
  const { sandbox, organisation, member, sender } = options;
  const owners = organisation.members.filter(
    ({ role, state }) => role === 'admin' && state === 'active',
  );
  if (owners.length === 1 && owners[0] === member) {
    throw new GitHubError({
      status: 403,
      message: 'You can’t remove the last owner of an organization.',
    });
  }
  const user = sandbox.state.users.get(member.userId);
  for (const team of sandbox.state.teams.by('organisation', organisation.id)) {
    if (user) removeTeamMember({ sandbox, organisation, team, user, sender });
  }
  organisation.members = organisation.members.filter(other => other !== member);
  if (user && member.state === 'active') {
    sandbox.events.emit({
      name: 'organization',
      action: 'member_removed',
      organisation,
      member: user,
      role: member.role,
      sender,
    });
  }
}
