import type { Sandbox } from '../../../core/Sandbox';
import type { Team } from '../../../core/state';
import type { Urls } from '../../../http/createUrls';
import { presentTeamSimple } from '../../../organisations/teams/present/presentTeam';

/** `webhooks_team` of GitHub's OpenAPI: a parent is there only if there is one. */
export function webhookTeam(options: {
  sandbox: Sandbox;
  urls: Urls;
  team: Team;
}) {
  const { sandbox, urls, team } = options;
  const parent =
    team.parentId === null ? undefined : sandbox.state.teams.get(team.parentId);
  return {
    ...presentTeamSimple({ sandbox, urls, team }),
    ...(parent && {
      parent: presentTeamSimple({ sandbox, urls, team: parent }),
    }),
  };
}
