import { InputError } from '@backstage/errors';
import type { EntityOrder } from '../../query/EntitiesCatalog';
import { assertPredicateObject } from './assertPredicateObject';
import { decodeCursor } from './decodeCursor';
import { parseFields } from './parseFields';
import { parsePredicate } from './parsePredicate';
import type { parseQueryParameters } from './parseQueryParameters';
import { parseTotalItems } from './parseTotalItems';

/** The body of `POST /entities/by-query`, validated. */
export type QueryBody = {
  cursor?: string;
  fields?: string[];
  limit?: number;
  offset?: number;
  orderBy?: { field: string; order: string }[];
  fullTextFilter?: { term?: string; fields?: string[] };
  totalItems?: string;
  query?: unknown;
};

/** Reads the body of `POST /entities/by-query`. With a cursor only `fields` and `limit` count. */
export function parseQueryBody(
  body: QueryBody,
): ReturnType<typeof parseQueryParameters> {
  const { cursor, limit, offset, fullTextFilter } = body;
  if (cursor === '') throw new InputError('Cursor cannot be empty');
  if (cursor !== undefined)
    return {
      cursor: decodeCursor(cursor),
      limit,
      fields: parseFields({ fields: nonEmpty(body.fields) }),
    };

  const filter = parsePredicate(body.query);
  assertPredicateObject(filter);
  return {
    filter,
    orderFields: parseOrderBy(body.orderBy),
    totalItems: parseTotalItems(body.totalItems, 'value'),
    fullTextFilter: fullTextFilter && {
      term: fullTextFilter.term ?? '',
      fields: fullTextFilter.fields,
    },
    limit,
    offset,
    fields: parseFields({ fields: nonEmpty(body.fields) }),
  };
}

function nonEmpty(fields: string[] | undefined): string[] | undefined {
  return fields?.length ? fields : undefined;
}

function parseOrderBy(
  orderBy: QueryBody['orderBy'],
): EntityOrder[] | undefined {
  if (!orderBy?.length) return undefined;
  return orderBy.map(({ field, order }) => {
    if (order !== 'asc' && order !== 'desc')
      throw new InputError('Invalid order field order, must be asc or desc');
    return { field, order };
  });
}
