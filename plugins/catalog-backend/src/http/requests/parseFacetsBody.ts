import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { parsePredicate } from './parsePredicate';

/** Reads the body of `POST /entity-facets`. */
export function parseFacetsBody(body: { facets?: string[]; query?: unknown }): {
  facets: string[];
  filter?: FilterPredicate;
} {
  const facets = body.facets?.filter(facet => facet.length > 0);
  if (!facets?.length)
    throw new InputError('Missing or empty facets parameter');
  return { facets, filter: parsePredicate(body.query) };
}
