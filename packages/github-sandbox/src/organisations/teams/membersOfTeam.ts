import type { Sandbox } from '../../core/Sandbox';
import type { Team, TeamMember, User } from '../../core/state';

/** The active members of a team and of the teams below it, by login. Who is in more than one has the role of the upper one. */
export function membersOfTeam(options: {
  sandbox: Sandbox;
  team: Team;
}): Array<{ user: User; role: TeamMember['role']; direct: boolean }> {
  const { sandbox, team } = options;
  const found = new Map<
    number,
    { user: User; role: TeamMember['role']; direct: boolean }
  >();
  const collect = (from: Team) => {
    for (const { userId, role, state } of from.members) {
      const user = sandbox.state.users.get(userId);
      if (user && state === 'active' && !found.has(userId)) {
        found.set(userId, { user, role, direct: from === team });
      }
    }
    childTeams({ sandbox, team: from }).forEach(collect);
  };
  collect(team);
  return [...found.values()].sort((a, b) =>
    a.user.login.toLowerCase() < b.user.login.toLowerCase() ? -1 : 1,
  );
}

/** The teams right below a team. */
export function childTeams(options: { sandbox: Sandbox; team: Team }): Team[] {
  const { sandbox, team } = options;
  return sandbox.state.teams
    .by('organisation', team.organisationId)
    .filter(({ parentId }) => parentId === team.id);
}
