import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const BATCH = 500;

/** Of these entity references those that are in the catalog, with the location that each is from. */
export async function takenRefs(options: {
  refs: string[];
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  auth: AuthService;
}): Promise<Map<string, string>> {
  const { refs, catalog, auth } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const taken = new Map<string, string>();
  for (let start = 0; start < refs.length; start += BATCH) {
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: refs.slice(start, start + BATCH),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials },
    );
    for (const entity of items) {
      if (entity) {
        const { annotations = {} } = entity.metadata;
        taken.set(
          stringifyEntityRef(entity),
          annotations['backstage.io/managed-by-location'] ??
            'from another source',
        );
      }
    }
  }
  return taken;
}
