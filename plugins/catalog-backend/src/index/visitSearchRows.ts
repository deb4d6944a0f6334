import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';

/** What is in the entity but is not searched by its path; some of it comes in by another way. */
const SKIPPED_PATHS = new Set([
  'attachments',
  'relations',
  'status',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.etag',
]);

/**
 * Calls `visit` with the path and value of everything that a final entity is found by: its primitives, depth first, at their
 * dotted paths; `PATH.ITEM` = true for the strings in arrays; its name, namespace and uid; and the targets of its relations.
 * Paths are in their original case and may come several times. Values are primitives, null and undefined included.
 */
export function visitSearchRows(options: {
  entity: Entity;
  visit: (path: string, value: unknown) => void;
}): void {
  const { entity, visit } = options;
  const seenItems = new Set<string>();

  function walk(path: string, value: unknown): void {
    if (SKIPPED_PATHS.has(path)) return;
    if (value === null || typeof value !== 'object') {
      if (isPrimitive(value)) visit(path, value);
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) {
        walk(path, item);
        if (typeof item === 'string') markItem(`${path}.${item}`);
      }
      return;
    }
    for (const key of Object.keys(value))
      walk(
        path ? `${path}.${key}` : key,
        (value as Record<string, unknown>)[key],
      );
  }

  function markItem(path: string): void {
    const lowerPath = path.toLowerCase();
    if (seenItems.has(lowerPath)) return;
    seenItems.add(lowerPath);
    visit(path, true);
  }

  walk('', entity);
  const { name, namespace, uid } = entity.metadata;
  visit('metadata.name', name);
  visit('metadata.namespace', namespace);
  visit('metadata.uid', uid);
  if (!namespace) visit('metadata.namespace', DEFAULT_NAMESPACE);
  for (const relation of entity.relations ?? [])
    visit(`relations.${relation.type}`, relation.targetRef);
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
