import type { Team } from '../../core/state';
import { isTeamVisible as isVisible } from '../../organisations/teams/isTeamVisible';
import type { GraphqlContext } from '../GraphqlContext';
import { membershipOf } from './membershipOf';

/** Whether the viewer sees a team, by the same rule as over REST. */
export function isTeamVisible(options: {
  context: GraphqlContext;
  team: Team;
}): boolean {
  const { context, team } = options;
  const organisation = context.sandbox.state.organisations.get(
    team.organisationId,
  );
  if (!organisation) return false;
  const membership = context.once(`membership:${organisation.id}`, () =>
    membershipOf({ context, organisation }),
  );
  const role = membership === 'installation' ? 'app' : membership;
  return isVisible({ ...context, organisation, team, role });
}
