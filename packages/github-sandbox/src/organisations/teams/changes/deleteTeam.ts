import type { Sandbox } from '../../../core/Sandbox';
import type { Organisation, Team, User } from '../../../core/state';
import { childTeams } from '../membersOfTeam';

/** Deletes a team; the teams below it go with it, as on GitHub. https://docs.github.com/rest/teams/teams#delete-a-team */
export function deleteTeam(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  team: Team;
  sender: User;
}): void {
  const { sandbox, organisation, team, sender } = options;
  for (const child of childTeams({ sandbox, team })) {
    deleteTeam({ ...options, team: child });
  }
  sandbox.state.teams.remove(team);
  sandbox.events.emit({
    name: 'team',
    action: 'deleted',
    organisation,
    team,
    sender,
  });
}
