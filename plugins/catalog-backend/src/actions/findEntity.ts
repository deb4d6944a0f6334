import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * The one entity of a name. Throws an `InputError` when there is none, and a `ConflictError` when there are several: kind and
 * namespace tell them apart.
 */
export async function findEntity(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  name: string;
  kind?: string;
  namespace?: string;
}): Promise<Entity> {
  const { catalog, credentials, name, kind, namespace } = options;
  const filter = {
    'metadata.name': name,
    ...(kind && { kind }),
    ...(namespace && { 'metadata.namespace': namespace }),
  };
  const { items } = await catalog.queryEntities({ filter }, { credentials });
  if (items.length === 0)
    throw new InputError(`No entity found with name "${name}"`);
  if (items.length > 1) {
    const refs = items.map(item => `"${stringifyEntityRef(item)}"`).join(', ');
    throw new ConflictError(
      `Multiple entities found with name "${name}", please provide more specific filters. Entities found: ${refs}`,
    );
  }
  return items[0];
}
