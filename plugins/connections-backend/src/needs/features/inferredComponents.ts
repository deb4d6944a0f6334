import { discoveryProviders } from '../../facts/organisations/discoveryProviders';
import { feature } from './feature';
import { inferenceOf } from './inferenceOf';
import { needs } from './needs';

/**
 * `callboard.github.catalog.inferred`: components of repositories without a descriptor. Which team has access tells the owner where there is
 * no CODEOWNERS; without the permission it is the group of the organisation.
 */
export const inferredComponents = feature({
  id: 'inferred-components',
  title: 'Components of repositories without a descriptor',
  isOn({ config, host }) {
    const inference = inferenceOf({ config });
    if (!inference) {
      return {
        on: false,
        because: 'callboard.github.catalog.inferred is not set',
      };
    }
    return discoveryProviders({ config }).some(one => one.host === host)
      ? { on: true, because: `${inference.configKey} is set` }
      : { on: false, because: `catalog.providers.github names no ${host}` };
  },
  permissions: [
    ...needs('metadata', 'read', {
      routes: ['GraphQL RepositoryOwner.repositories'],
    }),
    ...needs('contents', 'read', { routes: ['GraphQL Repository.object'] }),
    ...needs('members', 'read', {
      scope: 'organization',
      routes: ['GraphQL Team.repositories'],
    }),
  ],
  scopes: ['repo', 'read:org'],
  events: [],
});
