import { nodeId } from '../../core/nodeId';
import type { Organisation } from '../../core/state';
import type { Urls } from '../../http/createUrls';

/** GitHub's `organization-simple`. */
export function presentOrganisation(options: {
  urls: Urls;
  organisation: Organisation;
}) {
  const { urls, organisation } = options;
  const api = `${urls.api}/orgs/${organisation.login}`;
  return {
    login: organisation.login,
    id: organisation.id,
    node_id: nodeId({ type: 'Organization', id: organisation.id }),
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `${urls.html}/avatars/u/${organisation.id}?v=4`,
    description: organisation.description,
  };
}
