import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { z } from 'zod/v3';
import { fromZodError } from 'zod-validation-error/v3';
import { checkFilterLimits } from '../../query/checkFilterLimits';
import { predicateSchema } from './predicateSchema';

const bodySchema = z.object({
  entityRefs: z.array(z.string()),
  fields: z.array(z.string()).optional(),
  query: predicateSchema.optional(),
});

/** Reads the body of `POST /entities/by-refs`. */
export function parseBatchBody(body: any): {
  entityRefs: string[];
  fields?: string[];
  filter?: FilterPredicate;
} {
  // First, since the schema descends as deep as the input goes.
  if (body?.query !== undefined) checkFilterLimits(body.query);
  const result = bodySchema.safeParse(body);
  if (!result.success)
    throw new InputError(
      `Malformed request body (did you remember to specify an application/json content type?), ${fromZodError(
        result.error,
      )}`,
    );
  const { query, ...rest } = result.data;
  return { ...rest, filter: query };
}
