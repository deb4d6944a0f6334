import { InputError } from '@backstage/errors';

/** Throws an `InputError` for a predicate that is a bare value. */
export function assertPredicateObject(predicate: unknown): void {
  if (predicate === undefined) return;
  if (
    typeof predicate !== 'object' ||
    predicate === null ||
    Array.isArray(predicate)
  )
    throw new InputError('Query must be an object');
}
