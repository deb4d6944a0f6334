import type { ParameterShape, QueryShape } from './QueryShape';

function shape(parameters: Record<string, ParameterShape>): QueryShape {
  return new Map(Object.entries(parameters));
}

/** The query parameters of the routes that are asked most. */
export const queryShapes = {
  entities: shape({
    fields: 'commas',
    limit: 'count',
    filter: 'list',
    offset: 'count',
    after: 'text',
    order: 'list',
  }),
  byQuery: shape({
    fields: 'commas',
    limit: 'count',
    offset: 'count',
    orderField: 'list',
    cursor: 'text',
    filter: 'list',
    totalItems: ['include', 'exclude'],
    fullTextFilterTerm: 'text',
    fullTextFilterFields: 'commas',
  }),
  facets: shape({ facet: 'list', filter: 'list' }),
  byRefs: shape({ filter: 'list' }),
  none: shape({}),
};
