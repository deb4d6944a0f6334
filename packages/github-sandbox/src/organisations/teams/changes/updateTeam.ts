import type { Sandbox } from '../../../core/Sandbox';
import type { Organisation, Team, User } from '../../../core/state';
import { readTeam } from './readTeam';

/** Changes a team as a body of PATCH says, and tells what was there before. Throws 422. */
export function updateTeam(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  team: Team;
  body: Record<string, unknown>;
  sender: User;
}): void {
  const { sandbox, organisation, team, sender } = options;
  const before = { ...team };
  Object.assign(team, readTeam(options));
  team.updatedAt = sandbox.clock.iso();
  const changes = Object.fromEntries(
    (['name', 'description', 'privacy'] as const)
      .filter(field => before[field] !== team[field])
      .map(field => [field, { from: before[field] ?? '' }]),
  );
  sandbox.events.emit({
    name: 'team',
    action: 'edited',
    organisation,
    team,
    sender,
    changes,
  });
}
