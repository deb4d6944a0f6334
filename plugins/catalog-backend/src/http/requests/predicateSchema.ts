import { createZodV3FilterPredicateSchema } from '@backstage/filter-predicates';
import { z } from 'zod/v3';

/** What a predicate in a request or a cursor looks like. */
export const predicateSchema = createZodV3FilterPredicateSchema(z);
