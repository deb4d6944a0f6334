import type { Entity } from '@backstage/catalog-model';
import { PlaceholderProcessor as StockPlaceholderProcessor } from '@backstage/plugin-catalog-backend';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { CatalogProcessorEmit } from '@backstage/plugin-catalog-node';

/** The stock processor, which rebuilds an entity to find placeholders, called only for those that have one. */
export class PlaceholderProcessor extends StockPlaceholderProcessor {
  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    return hasPlaceholder(entity)
      ? super.preProcessEntity(entity, location, emit)
      : entity;
  }
}

/** Whether any key begins with `$`. */
function hasPlaceholder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      if (hasPlaceholder(value[i])) return true;
    }
    return false;
  }
  for (const key in value) {
    if (
      key.charCodeAt(0) === 36 ||
      hasPlaceholder((value as Record<string, unknown>)[key])
    ) {
      return true;
    }
  }
  return false;
}
