import { nodeId } from '../../../core/nodeId';
import type { Organisation } from '../../../core/state';
import type { Urls } from '../../../http/createUrls';

/** `organization-simple-webhooks` of GitHub's OpenAPI. */
export function webhookOrganisation(options: {
  urls: Urls;
  organisation: Organisation;
}) {
  const { urls, organisation } = options;
  const url = `${urls.api}/orgs/${organisation.login}`;
  return {
    login: organisation.login,
    id: organisation.id,
    node_id: nodeId({ type: 'Organization', id: organisation.id }),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${urls.html}/avatars/u/${organisation.id}?v=4`,
    description: organisation.description,
  };
}
