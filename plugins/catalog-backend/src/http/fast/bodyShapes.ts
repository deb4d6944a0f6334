import { z } from 'zod/v3';

const strings = z.array(z.string());
const object = z.record(z.unknown());

/** The bodies of the routes that are asked most, as the contract describes them. Other properties are not looked at. */
export const bodyShapes = {
  byRefs: z.object({
    entityRefs: strings,
    fields: strings.optional(),
    query: object.optional(),
  }),
  byQuery: z.object({
    cursor: z.string().optional(),
    limit: z.number().optional(),
    offset: z.number().optional(),
    orderBy: z
      .array(z.object({ field: z.string(), order: z.enum(['asc', 'desc']) }))
      .optional(),
    fullTextFilter: z
      .object({ term: z.string().optional(), fields: strings.optional() })
      .optional(),
    fields: strings.optional(),
    totalItems: z.enum(['include', 'exclude']).optional(),
    query: object.optional(),
  }),
  facets: z.object({ facets: strings, query: object.optional() }),
};
