import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityAncestry } from '../query/EntitiesCatalog';

/**
 * Takes the denied entities out of an ancestry, and all ancestors of theirs, as the stock catalog does. As there, what is left still names
 * its parents.
 */
export function withoutDeniedAncestors(options: {
  ancestry: EntityAncestry;
  /** Entity refs. */
  denied: ReadonlySet<string>;
}): EntityAncestry {
  const { ancestry, denied } = options;
  if (denied.size === 0) return ancestry;

  const items = ancestry.items.map(item => ({
    item,
    entityRef: stringifyEntityRef(item.entity),
  }));
  const parentsOf = new Map(
    items.map(({ item, entityRef }) => [entityRef, item.parentEntityRefs]),
  );
  // A set may grow while it is walked: the walk comes to what is added.
  const hidden = new Set(denied);
  for (const entityRef of hidden) {
    for (const parent of parentsOf.get(entityRef) ?? []) hidden.add(parent);
  }
  return {
    rootEntityRef: ancestry.rootEntityRef,
    items: items
      .filter(({ entityRef }) => !hidden.has(entityRef))
      .map(({ item }) => item),
  };
}
