import { orgProviders } from '../../facts/organisations/orgProviders';
import { feature } from './feature';
import { needs } from './needs';

/**
 * `catalog.providers.githubOrg`: members and teams become users and groups. With a token `User.email` is asked for as well, which GitHub
 * refuses without `user:email` or `read:user`.
 */
export const peopleAndTeams = feature({
  id: 'people-and-teams',
  title: 'People and teams in the catalog',
  isOn({ config, host }) {
    const found = orgProviders({ config }).find(one => one.host === host);
    return found
      ? { on: true, because: `${found.configKey} reads from ${host}` }
      : { on: false, because: `catalog.providers.githubOrg names no ${host}` };
  },
  permissions: needs('members', 'read', {
    scope: 'organization',
    routes: [
      'GraphQL Organization.membersWithRole',
      'GraphQL Organization.teams',
      'GraphQL Organization.team',
      'GET /orgs/{org}/outside_collaborators',
    ],
  }),
  scopes: ['read:org', 'user:email'],
  events: ['organization', 'team', 'membership', 'member'],
});
