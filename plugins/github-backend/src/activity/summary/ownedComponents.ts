import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Caller } from '../access/openEntity';

/** What is needed of an entity to tell its repository. */
export const ENTITY_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
];

/** Components that any of these owns, of those that the caller may see, by name. */
export async function ownedComponents(options: {
  catalog: CatalogService;
  credentials: Caller;
  ownerRefs: string[];
  most: number;
}): Promise<{ entities: Entity[]; total: number }> {
  const { catalog, credentials, ownerRefs, most } = options;
  const { items, totalItems } = await catalog.queryEntities(
    {
      filter: { kind: 'component', 'relations.ownedBy': ownerRefs },
      fields: ENTITY_FIELDS,
      orderFields: [{ field: 'metadata.name', order: 'asc' }],
      limit: most,
    },
    { credentials },
  );
  return { entities: items, total: totalItems };
}
