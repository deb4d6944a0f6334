import { InputError } from '@backstage/errors';
import { parseStrings } from './parseStrings';

/** Reads the `facet` parameter: the fields to count the values of. */
export function parseFacets(parameters: { facet?: unknown }): string[] {
  const facets = parseStrings(parameters.facet, 'facet')?.filter(Boolean);
  if (!facets?.length) throw new InputError('Missing facet parameter');
  return facets;
}
