import { authorise } from '../../../access';
import type { Organisation, Team } from '../../../core/state';
import { notFound } from '../../../http/GitHubError';
import type { Access, Answer, Call, Route } from '../../../http/Route';
import { isTeamVisible } from '../isTeamVisible';

/** A request about a team that the viewer may see. */
export interface TeamCall extends Call {
  organisation: Organisation;
  team: Team;
}

/**
 * A route about one team: by its slug, by its number as older callers have it (`/teams/{team_id}`), and as the `url` of a team says it
 * (`/organizations/{org_id}/team/{team_id}`). https://docs.github.com/rest/teams/teams
 */
export function teamRoutes(options: {
  method: 'GET' | 'PUT' | 'PATCH' | 'DELETE';
  /** After the team. */
  path?: string;
  level: 'read' | 'write';
  /** Of classic tokens; left out: `read:org` or `admin:org`. */
  scopes?: string[];
  handle(call: TeamCall): Promise<Answer> | Answer;
}): Route[] {
  const { method, path = '', level, scopes, handle } = options;
  const access: Access = { permission: { name: 'members', level }, scopes };
  const answer = (call: Call, team: Team | undefined) => {
    const { sandbox } = call;
    const organisation =
      team && sandbox.state.organisations.get(team.organisationId);
    if (!team || !organisation) throw notFound();
    // A route by number does not say the organisation, so nobody has asked yet.
    const refusal = authorise({ ...call, access, organisation });
    if (refusal) throw refusal;
    if (!isTeamVisible({ ...call, organisation, team })) throw notFound();
    return handle({ ...call, organisation, team });
  };
  const byNumber = (call: Call) =>
    answer(call, call.sandbox.state.teams.get(Number(call.params.team_id)));

  return [
    {
      route: `${method} /orgs/{org}/teams/{team_slug}${path}`,
      on: 'organisation',
      access,
      handle: call =>
        answer(
          call,
          call.sandbox.state.teams
            .by('organisation', call.organisation.id)
            .find(({ slug }) => slug === call.params.team_slug.toLowerCase()),
        ),
    },
    {
      route: `${method} /teams/{team_id}${path}`,
      on: 'anything',
      access,
      handle: byNumber,
    },
    {
      route: `${method} /organizations/{org_id}/team/{team_id}${path}`,
      on: 'anything',
      access,
      handle: byNumber,
    },
  ];
}
