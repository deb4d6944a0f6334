import { NotFoundError } from '@backstage/errors';
import type { Ledger } from './Ledger';

const MAX_DEPTH = 32;

/**
 * The entity and the locations that it came from, by one line of parents up to a provider. Throws `NotFoundError` when there is no such
 * entity, or nobody stands behind it.
 */
export function refreshAncestors(options: {
  ledger: Ledger;
  entityRef: string;
}): string[] {
  const { ledger } = options;
  const entityRef = options.entityRef.toLowerCase();
  const found = [entityRef];
  let current = entityRef;
  for (let depth = 1; depth <= MAX_DEPTH; depth++) {
    const parents = ledger.parentsOf(current);
    if (parents.length === 0) {
      throw new NotFoundError(
        depth === 1
          ? `Entity ${current} not found`
          : `Entity ${options.entityRef} has a broken parent reference chain at ${current}`,
      );
    }
    const parent = parents.find(link => link.startsWith('entity:'));
    if (!parent) return found;
    current = parent.slice('entity:'.length);
    if (current.startsWith('location:')) found.push(current);
  }
  throw new Error(
    `Unable receive ancestors for ${options.entityRef}, reached maximum depth of ${MAX_DEPTH}`,
  );
}
