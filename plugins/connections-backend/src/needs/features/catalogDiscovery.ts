import { discoveryProviders } from '../../facts/organisations/discoveryProviders';
import { feature } from './feature';
import { needs } from './needs';

/**
 * `catalog.providers.github`: reads the descriptors of all repositories of an organisation, with the pages that list them. What is too large
 * for a page is read by itself. Deliveries that were missed are found with the App's own key, which needs no permission.
 */
export const catalogDiscovery = feature({
  id: 'catalog-discovery',
  title: 'Discovery of catalog files',
  isOn({ config, host }) {
    const found = discoveryProviders({ config }).find(one => one.host === host);
    return found
      ? { on: true, because: `${found.configKey} searches ${host}` }
      : { on: false, because: `catalog.providers.github names no ${host}` };
  },
  permissions: [
    ...needs('metadata', 'read', {
      routes: [
        'GraphQL RepositoryOwner.repositories',
        'GraphQL Repository.repositoryTopics',
        'GraphQL Query.nodes',
      ],
    }),
    ...needs('contents', 'read', {
      routes: [
        'GraphQL Repository.object',
        'GET /repos/{owner}/{repo}/contents/{path}',
        'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
        'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
        'GET /search/code',
      ],
    }),
  ],
  scopes: ['repo'],
  events: ['push', 'repository'],
});
