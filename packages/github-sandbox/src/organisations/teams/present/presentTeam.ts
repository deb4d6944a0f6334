import { nodeId } from '../../../core/nodeId';
import type { Sandbox } from '../../../core/Sandbox';
import type { RepositoryPermission, Team } from '../../../core/state';
import type { Urls } from '../../../http/createUrls';

/** GitHub's `team-simple`. */
export function presentTeamSimple(options: {
  sandbox: Sandbox;
  urls: Urls;
  team: Team;
}) {
  const { sandbox, urls, team } = options;
  const login = sandbox.state.organisations.get(team.organisationId)?.login;
  const api = `${urls.api}/organizations/${team.organisationId}/team/${team.id}`;
  return {
    name: team.name,
    id: team.id,
    node_id: nodeId({ type: 'Team', id: team.id }),
    slug: team.slug,
    description: team.description,
    privacy: team.privacy,
    notification_setting: team.notificationSetting ?? 'notifications_enabled',
    url: api,
    html_url: `${urls.html}/orgs/${login}/teams/${team.slug}`,
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    permission: (team.permission ?? 'pull') as RepositoryPermission,
    type: 'organization' as const,
    organization_id: team.organisationId,
  };
}

/** GitHub's `team`: with its parent. */
export function presentTeam(options: {
  sandbox: Sandbox;
  urls: Urls;
  team: Team;
}) {
  const { sandbox, team } = options;
  const parent =
    team.parentId === null ? undefined : sandbox.state.teams.get(team.parentId);
  return {
    ...presentTeamSimple(options),
    parent: parent ? presentTeamSimple({ ...options, team: parent }) : null,
  };
}
