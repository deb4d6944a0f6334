import type { Team, TeamMember, User } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { childTeams } from './childTeams';

/**
 * The active members of a team, in the order of their numbers. `membership` says whether those of the teams below count; a person who is
 * in both counts as what they are in the team itself. https://docs.github.com/graphql/reference/enums#teammembershiptype
 */
export function teamMembers(options: {
  team: Team;
  args: {
    membership?: 'ALL' | 'IMMEDIATE' | 'CHILD_TEAM' | null;
    role?: 'MAINTAINER' | 'MEMBER' | null;
    query?: string | null;
  };
  context: GraphqlContext;
}): Array<{ user: User; role: TeamMember['role'] }> {
  const { team, args, context } = options;
  const membership = args.membership ?? 'ALL';
  const below =
    membership === 'IMMEDIATE'
      ? []
      : childTeams({ team, immediateOnly: false, context }).flatMap(child =>
          child.members.map(member => ({ ...member, role: 'member' as const })),
        );
  const roles = new Map<number, TeamMember['role']>();
  for (const { userId, role, state } of [
    ...below,
    ...(membership === 'CHILD_TEAM' ? [] : team.members),
  ]) {
    if (state === 'active') roles.set(userId, role);
  }
  return [...roles]
    .flatMap(([userId, role]) => {
      const user = context.sandbox.state.users.get(userId);
      return user ? { user, role } : [];
    })
    .filter(
      ({ user, role }) =>
        (!args.role || role === args.role.toLowerCase()) &&
        (!args.query ||
          `${user.login} ${user.name ?? ''}`
            .toLowerCase()
            .includes(args.query.toLowerCase())),
    )
    .sort((a, b) => a.user.id - b.user.id);
}
