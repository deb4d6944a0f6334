import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { EntityFilter } from '@backstage/plugin-catalog-node';
import { z } from 'zod/v3';
import { checkFilterLimits } from '../../query/checkFilterLimits';
import type { QueryCursor } from '../../query/EntitiesCatalog';
import { predicateSchema } from './predicateSchema';

const filterSchema: z.ZodSchema<EntityFilter> = z.lazy(() =>
  z
    .object({ key: z.string(), values: z.array(z.string()).optional() })
    .or(z.object({ not: filterSchema }))
    .or(z.object({ anyOf: z.array(filterSchema) }))
    .or(z.object({ allOf: z.array(filterSchema) })),
);

const sortValues = z.array(z.string().or(z.null()));

const cursorSchema: z.ZodSchema<QueryCursor, z.ZodTypeDef, unknown> = z.object({
  orderFields: z.array(
    z.object({ field: z.string(), order: z.enum(['asc', 'desc']) }),
  ),
  fullTextFilter: z
    .object({ term: z.string(), fields: z.array(z.string()).optional() })
    .optional(),
  orderFieldValues: sortValues,
  filter: filterSchema.optional(),
  isPrevious: z.boolean(),
  query: predicateSchema.optional(),
  firstSortFieldValues: sortValues.optional(),
  totalItems: z.number().optional(),
});

/** Reads a cursor of `by-query`, base64 of its JSON. Throws an `InputError` when it is none. */
export function decodeCursor(encoded: string): QueryCursor {
  try {
    const json = Buffer.from(encoded, 'base64').toString('utf8');
    const cursor = JSON.parse(json);
    // First, since the schema descends as deep as the input goes.
    for (const filter of [cursor?.query, cursor?.filter])
      checkFilterLimits(filter as FilterPredicate);
    const result = cursorSchema.safeParse(cursor);
    if (!result.success)
      throw new InputError(`Malformed cursor: ${result.error}`);
    return result.data;
  } catch (error) {
    throw new InputError(`Malformed cursor: ${error}`);
  }
}
