import { NotFoundError } from '@backstage/errors';
import type { EntityIndex } from '../index/EntityIndex';

/** An entity and those that brought it, as they are in the index. */
export type Ancestor = { slot: number; parentEntityRefs: string[] };

/**
 * The entity and all that it came from, the entity first, then depth first with the last parent ahead. Throws `NotFoundError`
 * when there is no such entity.
 */
export function traceAncestry(options: {
  index: EntityIndex;
  entityRef: string;
  parentsOf: (entityRef: string) => string[];
}): Ancestor[] {
  const { index, entityRef, parentsOf } = options;
  const root = index.get({ entityRef });
  if (!root) throw new NotFoundError(`No such entity ${entityRef}`);
  const seen = new Set([entityRef]);
  const todo = [root];
  const ancestors: Ancestor[] = [];
  for (let current = todo.pop(); current; current = todo.pop()) {
    const parentEntityRefs: string[] = [];
    for (const parentRef of parentsOf(current.entityRef)) {
      const parent = index.get({ entityRef: parentRef });
      if (!parent) continue;
      parentEntityRefs.push(parentRef);
      if (seen.has(parentRef)) continue;
      seen.add(parentRef);
      todo.push(parent);
    }
    ancestors.push({ slot: current.slot, parentEntityRefs });
  }
  return ancestors;
}
