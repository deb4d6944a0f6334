import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { z } from 'zod/v3';
import { fromZodError } from 'zod-validation-error/v3';
import { checkFilterLimits } from '../../query/checkFilterLimits';
import { assertPredicateObject } from './assertPredicateObject';
import { parsePredicate } from './parsePredicate';
import { predicateSchema } from './predicateSchema';

const DEFAULT_LIMIT = 1000;

const cursorSchema = z.object({
  limit: z.number().int().min(1),
  afterId: z.string().optional(),
  query: predicateSchema.optional(),
});

/** What a page of `POST /locations/by-query` is found by; also what its cursors carry. */
export type LocationPage = {
  limit: number;
  afterId?: string;
  query?: FilterPredicate;
};

/** Reads the body of `POST /locations/by-query`. */
export function parseLocationQuery(body: {
  cursor?: string;
  limit?: number;
  query?: unknown;
}): LocationPage {
  if (body.cursor !== undefined) return decodeCursor(body.cursor);
  const limit = body.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1)
    throw new InputError('Limit must be a positive integer >= 1');
  const query = parsePredicate(body.query);
  assertPredicateObject(query);
  return { limit, query };
}

function decodeCursor(cursor: string): LocationPage {
  if (!cursor) throw new InputError('Cursor cannot be empty');
  let value;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
  } catch {
    throw new InputError('Malformed cursor, unknown encoding');
  }
  // First, since the schema descends as deep as the input goes.
  checkFilterLimits(value?.query as FilterPredicate);
  const result = cursorSchema.safeParse(value);
  if (!result.success)
    throw new InputError(`Malformed cursor: ${fromZodError(result.error)}`);
  const { limit, afterId, query } = result.data;
  assertPredicateObject(query);
  return { limit, afterId, query };
}
