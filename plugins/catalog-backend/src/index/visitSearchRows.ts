import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { PathTree, Place } from './PathTree';

/**
 * Calls `visit` with the place and value of everything that a final entity is found by: its primitives, depth first, at their
 * dotted paths; `PATH.ITEM` = true for the strings in arrays; its name, namespace and uid; and the targets of its relations.
 * Paths are in their original case and may come several times. Values are primitives, null and undefined included.
 */
export function visitSearchRows(options: {
  entity: Entity;
  tree: PathTree;
  visit: (place: Place, value: unknown) => void;
}): void {
  const { entity, tree, visit } = options;
  let seenItems: Set<string> | undefined;

  function walk(place: Place, value: unknown): void {
    if (place.isSkipped) return;
    if (value === null || typeof value !== 'object') {
      if (isPrimitive(value)) visit(place, value);
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) {
        walk(place, item);
        if (typeof item === 'string') markItem(place.to(item));
      }
      return;
    }
    for (const key of Object.keys(value))
      walk(place.to(key), (value as Record<string, unknown>)[key]);
  }

  function markItem(place: Place): void {
    seenItems ??= new Set();
    if (seenItems.has(place.key)) return;
    seenItems.add(place.key);
    visit(place, true);
  }

  walk(tree.root, entity);
  const { name, namespace, uid } = entity.metadata;
  visit(tree.name, name);
  visit(tree.namespace, namespace);
  visit(tree.uid, uid);
  if (!namespace) visit(tree.namespace, DEFAULT_NAMESPACE);
  for (const relation of entity.relations ?? [])
    visit(tree.relations.to(relation.type), relation.targetRef);
}

function isPrimitive(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}
