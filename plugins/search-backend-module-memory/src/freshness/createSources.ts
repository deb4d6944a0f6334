import type {
  AuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  type EntityFilterQuery,
} from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { IndexSource } from './IndexSource';

/** The sources of stock's two collators. Entities are counted, which the catalog does without reading them. */
export function createSources(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  /** How many sites of docs have been built since the start. */
  countBuiltSites: () => number;
}): IndexSource[] {
  const { auth, catalog, config, countBuiltSites } = options;
  const count = async (filter?: EntityFilterQuery) => {
    const { totalItems } = await catalog.queryEntities(
      { limit: 0, filter },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return totalItems;
  };
  return [
    {
      type: 'software-catalog',
      taskId: 'search_index_software_catalog',
      read: () =>
        count(
          config.getOptional<EntityFilterQuery>(
            'search.collators.catalog.filter',
          ),
        ),
    },
    {
      type: 'techdocs',
      taskId: 'search_index_techdocs',
      read: async () =>
        (await count({
          'metadata.annotations.backstage.io/techdocs-ref':
            CATALOG_FILTER_EXISTS,
        })) + countBuiltSites(),
    },
  ];
}
