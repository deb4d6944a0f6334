import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const REFS_AT_ONCE = 500;

/** Which of the entities are in the catalog. Throws what the catalog throws. */
export async function findPresent(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  /** In lower case. */
  refs: string[];
}): Promise<Set<string>> {
  const { catalog, credentials, refs } = options;
  const present = new Set<string>();
  for (let start = 0; start < refs.length; start += REFS_AT_ONCE) {
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: refs.slice(start, start + REFS_AT_ONCE),
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials },
    );
    for (const entity of items) {
      if (entity) present.add(stringifyEntityRef(entity));
    }
  }
  return present;
}
