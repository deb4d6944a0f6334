import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { fromZodError } from 'zod-validation-error/v3';
import { checkFilterLimits } from '../../query/checkFilterLimits';
import { predicateSchema } from './predicateSchema';

/** Reads a predicate of a request body. Throws an `InputError` when it is none, or beyond the limits. */
export function parsePredicate(query: unknown): FilterPredicate | undefined {
  if (query === undefined) return undefined;
  // First, since the schema descends as deep as the input goes.
  checkFilterLimits(query as FilterPredicate);
  const result = predicateSchema.safeParse(query);
  if (!result.success)
    throw new InputError(`Invalid query: ${fromZodError(result.error)}`);
  return result.data;
}
