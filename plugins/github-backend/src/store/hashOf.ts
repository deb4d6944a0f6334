import { createHash } from 'node:crypto';

/** SHA-256, hexadecimal, of a value as JSON whose keys are in order, so that equal values have equal hashes. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(
      JSON.stringify(value, (_key, inner) =>
        inner && typeof inner === 'object' && !Array.isArray(inner)
          ? Object.fromEntries(
              Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
            )
          : inner,
      ) ?? '',
    )
    .digest('hex');
}
