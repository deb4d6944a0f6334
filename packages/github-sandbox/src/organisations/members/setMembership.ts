import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, OrganisationMember, User } from '../../core/state';

/**
 * Makes somebody a member, or changes the role of one. Who is new is invited, and a member once the invitation is taken (`acceptMembership`).
 * https://docs.github.com/rest/orgs/members#set-organization-membership-for-a-user
 */
export function setMembership(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  user: User;
  role: 'admin' | 'member';
  sender: User;
}): OrganisationMember {
  const { sandbox, organisation, user, role, sender } = options;
  const known = organisation.members.find(({ userId }) => userId === user.id);
  if (known) {
    known.role = role;
    return known;
  }
  const invited: OrganisationMember = {
    userId: user.id,
    role,
    state: 'pending',
    public: false,
  };
  organisation.members.push(invited);
  sandbox.events.emit({
    name: 'organization',
    action: 'member_invited',
    organisation,
    member: user,
    role,
    sender,
  });
  return invited;
}
