import type { Team } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';

/** The teams below a team: its own children, or all of them. */
export function childTeams(options: {
  team: Team;
  immediateOnly: boolean;
  context: GraphqlContext;
}): Team[] {
  const { team, immediateOnly, context } = options;
  const children = context.sandbox.state.teams
    .by('organisation', team.organisationId)
    .filter(({ parentId }) => parentId === team.id);
  return immediateOnly
    ? children
    : children.flatMap(child => [
        child,
        ...childTeams({ ...options, team: child }),
      ]);
}
