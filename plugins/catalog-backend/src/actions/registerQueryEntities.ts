import { createZodV3FilterPredicateSchema } from '@backstage/filter-predicates';
import type { ActionOptions } from './ActionOptions';
import { queryDescription } from './queryDescription';

export function registerQueryEntities(options: ActionOptions): void {
  const { actionsRegistry, catalog, leaveModelToItsAction } = options;
  actionsRegistry.register({
    name: 'query-catalog-entities',
    title: 'Query Catalog Entities',
    attributes: { destructive: false, readOnly: true, idempotent: true },
    description: queryDescription({ leaveModelToItsAction }),
    schema: {
      input: z => {
        // One each: agents are to read them in place, not behind a reference.
        const createOrder = () =>
          z.object({
            field: z
              .string()
              .describe(
                'Field to order by. The format is a dot separated path into an entity, e.g. `spec.type`.',
              ),
            order: z.enum(['asc', 'desc']).describe('Sort order'),
          });
        return z.object({
          query: createZodV3FilterPredicateSchema(z)
            .optional()
            .describe(
              'Entity predicate query. Supports field matching, $all, $any, $not, $exists, $in, $contains, and $hasPrefix operators.',
            ),
          fields: z
            .array(z.string())
            .optional()
            .describe(
              'Specific fields to include in the response. If not provided, all fields are returned. Each entry is a dot separated path into an entity, e.g. `spec.type`.',
            ),
          limit: z
            .preprocess(toNumber, z.number().int().positive())
            .optional()
            .describe('Maximum number of entities to return at a time.'),
          offset: z
            .preprocess(toNumber, z.number().int().min(0))
            .optional()
            .describe('Number of entities to skip before returning results.'),
          orderFields: z
            .union([createOrder(), z.array(createOrder())])
            .optional()
            .describe(
              'Ordering criteria for the results. Can be a single order directive or an array for multi-field sorting.',
            ),
          fullTextFilter: z
            .object({
              term: z.string().describe('Full text search term'),
              fields: z
                .array(z.string())
                .optional()
                .describe(
                  'Fields to search within. Each entry is a dot separated path into an entity, e.g. `spec.type`.',
                ),
            })
            .optional()
            .describe('Full text search criteria'),
          cursor: z
            .string()
            .optional()
            .describe(
              'Cursor for pagination. This can be used only after the first request with a response containing a cursor. If a cursor is given it takes precedence over `offset`.',
            ),
        });
      },
      output: z =>
        z.object({
          items: z
            .array(z.object({}).passthrough())
            .describe('List of entities'),
          totalItems: z.number().describe('Total number of entities'),
          hasMoreEntities: z
            .boolean()
            .describe('Whether more entities are available'),
          nextPageCursor: z
            .string()
            .optional()
            .describe('Next page cursor used to fetch next page of entities'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, totalItems, pageInfo } = await catalog.queryEntities(
        input,
        { credentials },
      );
      return {
        output: {
          items,
          totalItems,
          hasMoreEntities: Boolean(pageInfo.nextCursor),
          nextPageCursor: pageInfo.nextCursor,
        },
      };
    },
  });
}

/** Agents write numbers as text at times. */
function toNumber(value: unknown): unknown {
  if (typeof value !== 'string' || value.trim() === '') return value;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}
