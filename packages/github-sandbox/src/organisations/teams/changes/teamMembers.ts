import type { Sandbox } from '../../../core/Sandbox';
import type { Organisation, Team, TeamMember, User } from '../../../core/state';
import { setMembership } from '../../members/setMembership';

interface Change {
  sandbox: Sandbox;
  organisation: Organisation;
  team: Team;
  user: User;
  sender: User;
}

/** Puts somebody into a team, or changes the role. Who is not in the organisation is invited to it, and pending until the invitation is taken. */
export function setTeamMember(
  options: Change & { role: TeamMember['role'] },
): TeamMember {
  const { sandbox, organisation, team, user, role, sender } = options;
  const known = team.members.find(({ userId }) => userId === user.id);
  if (known) {
    known.role = role;
    return known;
  }
  const { state } =
    organisation.members.find(({ userId }) => userId === user.id) ??
    setMembership({ sandbox, organisation, user, role: 'member', sender });
  const member: TeamMember = { userId: user.id, role, state };
  team.members.push(member);
  team.updatedAt = sandbox.clock.iso();
  if (state === 'active') emit({ ...options, action: 'added' });
  return member;
}

/** Takes somebody out of a team; nothing happens where the person is not in it. */
export function removeTeamMember(options: Change): void {
  const { sandbox, team, user } = options;
  const member = team.members.find(({ userId }) => userId === user.id);
  if (!member) return;
  team.members = team.members.filter(other => other !== member);
  team.updatedAt = sandbox.clock.iso();
  if (member.state === 'active') emit({ ...options, action: 'removed' });
}

function emit(options: Change & { action: 'added' | 'removed' }) {
  const { sandbox, organisation, team, user, sender, action } = options;
  sandbox.events.emit({
    name: 'membership',
    action,
    organisation,
    team,
    member: user,
    sender,
  });
}
