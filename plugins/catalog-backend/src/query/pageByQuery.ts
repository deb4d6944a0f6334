import { InputError } from '@backstage/errors';
import { isEqual } from 'lodash';
import type { Bitmap } from '../index/Bitmap';
import type { Column } from '../index/Column';
import type { EntityIndex } from '../index/EntityIndex';
import type { QueryCursor, QueryEntitiesRequest } from './EntitiesCatalog';
import { evaluateFilter } from './evaluateFilter';
import { findTermsLike } from './findTermsLike';
import { findText } from './findText';
import { LikePattern, type SqlDialect } from './LikePattern';
import { listByValue } from './listByValue';
import { pickInOrder } from './pickInOrder';
import { toFilterPredicate } from './toFilterPredicate';

const DEFAULT_LIMIT = 200;

/** A page of `by-query`, as slots. */
export type QueryPage = {
  slots: number[];
  pageInfo: { nextCursor?: QueryCursor; prevCursor?: QueryCursor };
  totalItems: number;
};

/** One line of the list: `[value, entityId]` with an order, else `[entityId]`. */
type Row = { slot: number; sortValues: string[] };

/** Answers `by-query` but for the bodies. Throws `InputError` when the filter or the cursor makes no sense. */
export function pageByQuery(options: {
  index: EntityIndex;
  request: QueryEntitiesRequest;
  dialect: SqlDialect;
}): QueryPage {
  const { index, request, dialect } = options;
  const cursor = toCursor(request);
  // A body may hold a fraction; SQL would take the whole part.
  const limit = Math.floor(request.limit ?? DEFAULT_LIMIT);
  const offset = request.cursor ? 0 : request.offset ?? 0;
  if (!(limit >= 0) || !(offset >= 0)) {
    throw new InputError('limit and offset must not be negative');
  }
  const wantsTotal =
    cursor.totalItems === undefined &&
    !request.cursor &&
    request.totalItems !== 'exclude';

  const matches = findMatches({ index, cursor, dialect });
  const sortKey = cursor.orderFields.at(0)?.field.toLowerCase();
  let column: Column | undefined;
  if (sortKey !== undefined) {
    column = index.column(sortKey);
    if (column) matches.entities.and(column.presence.value);
    else matches.entities = index.none();
  }
  const totalItems =
    cursor.totalItems ?? (wantsTotal ? matches.entities.count() : 0);

  // One more than the limit shows whether there is a next page; a previous page always has one.
  const most = offset + (cursor.isPrevious ? limit : limit + 1);
  const rows =
    limit > 0 ? listRows({ index, cursor, column, matches, most, offset }) : [];
  if (cursor.isPrevious) rows.reverse();
  const hasMore = limit > 0 && (cursor.isPrevious || rows.length > limit);
  if (rows.length > limit) rows.length = limit;
  return {
    slots: rows.map(row => row.slot),
    pageInfo: toPageInfo({ cursor, rows, hasMore, totalItems }),
    totalItems,
  };
}

function toCursor(request: QueryEntitiesRequest): QueryCursor {
  if (request.cursor) return request.cursor;
  const { filter, orderFields = [], fullTextFilter } = request;
  return {
    query: filter,
    orderFields: orderFields.map(({ field, order = 'asc' }) => ({
      field,
      order,
    })),
    fullTextFilter,
    orderFieldValues: [],
    isPrevious: false,
  };
}

/** The entities that may be listed, and where it matters which of an entity's values may be, the terms of these. */
type Matches = { entities: Bitmap; onlyTerms?: ReadonlySet<number> };

function findMatches(options: {
  index: EntityIndex;
  cursor: QueryCursor;
  dialect: SqlDialect;
}): Matches {
  const { index, cursor, dialect } = options;
  const { query } = cursor;
  const entities = query
    ? evaluateFilter({ index, filter: query })
    : index.all();
  if (cursor.filter) {
    const filter = toFilterPredicate(cursor.filter);
    entities.and(evaluateFilter({ index, filter }));
  }

  const term = cursor.fullTextFilter?.term?.trim().toLowerCase();
  if (!term) return { entities };
  const pattern = new LikePattern({ term, dialect });
  const sortKey = cursor.orderFields.at(0)?.field.toLowerCase();
  const keys = cursor.fullTextFilter?.fields ?? [sortKey || 'metadata.uid'];
  entities.and(findText({ index, keys, pattern }));

  // Searching what it is sorted by, only the values that match are listed, not the others of the same entity.
  const column =
    sortKey !== undefined && keys.length === 1 && keys[0] === sortKey
      ? index.column(sortKey)
      : undefined;
  if (!column?.presence.several) return { entities };
  return { entities, onlyTerms: new Set(findTermsLike({ column, pattern })) };
}

function listRows(options: {
  index: EntityIndex;
  cursor: QueryCursor;
  /** What to sort by; by entity id without it. */
  column: Column | undefined;
  matches: Matches;
  most: number;
  /** How many of these are passed over. */
  offset: number;
}): Row[] {
  const { index, cursor, column, matches, most, offset } = options;
  const { entities, onlyTerms } = matches;
  const isDescending = cursor.orderFields.at(0)?.order === 'desc';
  const descending = isDescending !== cursor.isPrevious;
  const [first, second] = cursor.orderFieldValues;
  const after = cursor.orderFieldValues.length;

  if (cursor.orderFields.length === 0) {
    if (after > 1)
      throw new InputError('Malformed cursor, it has values but no order');
    if (first === null) return [];
    return pickInOrder({
      order: index.idOrder,
      matches: entities,
      descending,
      after: first,
      most,
    })
      .slice(offset)
      .map(slot => ({ slot, sortValues: [index.entityAt(slot).entityId] }));
  }
  if (!column) return [];
  if (after === 1) {
    // Such a cursor is none of ours; the stock catalog takes the value for an id, whatever the order.
    keepIdsBeyond({ index, entities, id: first, below: cursor.isPrevious });
  }
  return listByValue({
    index,
    column,
    matches: entities,
    onlyTerms,
    descending,
    idsDescending: descending,
    after: after === 2 ? { value: first, entityId: second } : undefined,
    most,
  })
    .slice(offset)
    .map(({ slot, term }) => ({
      slot,
      sortValues: [index.terms.readLower(term), index.entityAt(slot).entityId],
    }));
}

function keepIdsBeyond(options: {
  index: EntityIndex;
  entities: Bitmap;
  id: string | null;
  below: boolean;
}): void {
  const { index, entities, id, below } = options;
  for (const slot of entities.toArray()) {
    const order = id === null ? 0 : index.idOrder.compareWith(slot, id);
    if (below ? order >= 0 : order <= 0) entities.delete(slot);
  }
}

function toPageInfo(options: {
  cursor: QueryCursor;
  rows: Row[];
  hasMore: boolean;
  totalItems: number;
}): QueryPage['pageInfo'] {
  const { cursor, rows, hasMore, totalItems } = options;
  const valuesAt = (position: number): (string | null)[] =>
    rows.at(position)?.sortValues ??
    (cursor.orderFields.length > 0 ? [null, null] : [null]);
  const isFirstRequest = cursor.firstSortFieldValues === undefined;
  const firstSortFieldValues = cursor.firstSortFieldValues ?? valuesAt(0);
  const pageInfo: QueryPage['pageInfo'] = {};
  if (
    !isFirstRequest &&
    rows.length > 0 &&
    !isEqual(valuesAt(0), cursor.firstSortFieldValues)
  )
    pageInfo.prevCursor = {
      ...cursor,
      orderFieldValues: valuesAt(0),
      firstSortFieldValues,
      isPrevious: true,
      totalItems,
    };
  if (hasMore)
    pageInfo.nextCursor = {
      ...cursor,
      orderFieldValues: valuesAt(-1),
      firstSortFieldValues,
      isPrevious: false,
      totalItems,
    };
  return pageInfo;
}
