import { hash as digest } from 'node:crypto';
import type { ParentLink } from './NodeState';
import type { ProcessedItem } from './ProcessedItem';
import { HASH_PREFIX } from './stitch';

/**
 * What a result is compared by with the one before: its content, and who stands behind the entity and what it brings in. When
 * somebody has taken over a child, or it is gone, it has to be claimed again. What is stored is the hash of how things stand after
 * the result was written.
 */
export function resultHashOf(options: {
  result: ProcessedItem;
  /** The ledger, or a view of it. */
  ledger: {
    has(entityRef: string): boolean;
    parentsOf(entityRef: string): readonly ParentLink[];
  };
}): string {
  const { result, ledger } = options;
  const parts = [result.contentHash];
  if (result.outcome.ok) {
    const refs = [
      result.item.entityRef,
      ...result.deferred.map(({ entityRef }) => entityRef),
    ];
    for (const ref of refs) {
      parts.push(ledger.has(ref) ? ledger.parentsOf(ref).join(' ') : 'gone');
    }
  }
  return `${HASH_PREFIX}${digest('sha1', parts.join('\n'))}`;
}
