import { discoveryProviders } from '../../facts/organisations/discoveryProviders';
import { feature } from './feature';
import { needs } from './needs';

/** `catalog.providers.github`: finds catalog files in all repositories of an organisation. */
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
      ],
    }),
    ...needs('contents', 'read', {
      routes: ['GraphQL Repository.object', 'GET /search/code'],
    }),
  ],
  scopes: ['repo'],
  events: ['push', 'repository'],
});
