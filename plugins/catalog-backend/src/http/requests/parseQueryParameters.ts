import type { QueryEntitiesRequest } from '../../query/EntitiesCatalog';
import { decodeCursor } from './decodeCursor';
import { parseFields } from './parseFields';
import { parseFilter } from './parseFilter';
import { parseOrderField } from './parseOrderField';
import { parseTotalItems } from './parseTotalItems';

/** The parameters of `GET /entities/by-query`, validated. */
export type QueryParameters = {
  fields?: string[];
  limit?: number;
  offset?: number;
  orderField?: string[];
  cursor?: string;
  filter?: string[];
  totalItems?: string;
  fullTextFilterTerm?: string;
  fullTextFilterFields?: string[];
};

/** Reads the parameters of `GET /entities/by-query`. With a cursor only `fields` and `limit` count. */
export function parseQueryParameters(
  parameters: QueryParameters,
): DistributiveOmit<QueryEntitiesRequest, 'credentials'> {
  const { limit, offset } = parameters;
  const fields = parseFields(parameters);
  if (parameters.cursor)
    return { fields, limit, cursor: decodeCursor(parameters.cursor) };
  return {
    fields,
    limit,
    offset,
    filter: parseFilter(parameters),
    orderFields: parseOrderField(parameters),
    totalItems: parseTotalItems(parameters.totalItems, 'parameter'),
    fullTextFilter: {
      term: parameters.fullTextFilterTerm || '',
      fields: parameters.fullTextFilterFields,
    },
  };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown
  ? Omit<T, K>
  : never;
