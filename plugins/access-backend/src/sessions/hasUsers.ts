import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Whether the catalog has a User at all. Throws what the catalog throws. */
export async function hasUsers(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<boolean> {
  const { items } = await options.catalog.queryEntities(
    { filter: { kind: 'User' }, limit: 1, fields: ['metadata.name'] },
    { credentials: options.credentials },
  );
  return items.length > 0;
}
