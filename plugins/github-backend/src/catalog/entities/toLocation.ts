import {
  type DeferredEntity,
  locationSpecToLocationEntity,
} from '@backstage/plugin-catalog-node';
import type { RepositorySource } from '../../config/GithubSettings';
import type { KnownRepository } from '../../store/MirrorView';

/** The `Location` entity that stock's provider gives for a path in a repository. */
export function toLocation(options: {
  source: RepositorySource;
  repository: Pick<KnownRepository, 'url' | 'defaultBranch'>;
  path: string;
}): DeferredEntity {
  const { source, repository, path } = options;
  const branch = source.filters.branch ?? repository.defaultBranch ?? '-';
  return {
    locationKey: source.providerName,
    entity: locationSpecToLocationEntity({
      location: {
        type: 'url',
        target: `${repository.url}/blob/${branch}/${path}`,
        presence: 'optional',
      },
    }),
  };
}
