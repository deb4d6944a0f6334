import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { Knex } from 'knex';

/** The keys that a query may name, and their columns. */
const COLUMNS: Record<string, string> = {
  id: 'id',
  type: 'type',
  target: 'target',
  entityref: 'location_entity_ref',
};

/**
 * Narrows a query on the table `locations` down to those that match a predicate. Upper and lower case count as the same. Throws
 * `InputError` for a predicate that asks for what locations do not have.
 */
export function applyLocationFilter(options: {
  where: Knex.QueryBuilder;
  query: FilterPredicate;
}): void {
  const { where, query } = options;
  if (!isObject(query)) {
    throw new InputError('Invalid filter predicate, expected an object');
  }
  if ('$all' in query) {
    const parts = query.$all as FilterPredicate[];
    if (parts.length === 0) matchNothing(where);
    for (const part of parts) {
      where.andWhere(inner =>
        applyLocationFilter({ where: inner, query: part }),
      );
    }
    return;
  }
  if ('$any' in query) {
    const parts = query.$any as FilterPredicate[];
    if (parts.length === 0) matchNothing(where);
    for (const part of parts) {
      where.orWhere(inner =>
        applyLocationFilter({ where: inner, query: part }),
      );
    }
    return;
  }
  if ('$not' in query) {
    const part = query.$not as FilterPredicate;
    where.whereNot(inner => applyLocationFilter({ where: inner, query: part }));
    return;
  }
  const keys = Object.keys(query);
  if (keys.some(key => key.startsWith('$'))) {
    throw new InputError(
      `Invalid filter predicate, unknown logic operator '${keys.join(', ')}'`,
    );
  }
  for (const [key, value] of Object.entries(query)) {
    const column = COLUMNS[key.toLowerCase()];
    if (!column) {
      throw new InputError(
        `Invalid filter predicate, expected key to be 'id', 'type', 'target', or 'entityRef', got '${key}'`,
      );
    }
    applyValue({ where, column, value });
  }
}

function applyValue(options: {
  where: Knex.QueryBuilder;
  column: string;
  value: unknown;
}): void {
  const { where, column, value } = options;
  if (['string', 'number', 'boolean'].includes(typeof value)) {
    where.whereRaw('upper(cast(?? as text)) = upper(cast(? as text))', [
      column,
      String(value),
    ]);
    return;
  }
  if (typeof value !== 'object') {
    throw new InputError(
      `Invalid filter predicate, expected value to be a primitive value or a matcher object, got '${typeof value}'`,
    );
  }
  if (isObject(value) && '$exists' in value) {
    if (value.$exists) where.whereNotNull(column);
    else where.whereNull(column);
  } else if (isObject(value) && '$in' in value) {
    const values = (value.$in as unknown[]).map(String);
    if (values.length === 0) matchNothing(where);
    else {
      const list = values.map(() => 'upper(cast(? as text))').join(', ');
      where.whereRaw(`upper(cast(?? as text)) in (${list})`, [
        column,
        ...values,
      ]);
    }
  } else if (isObject(value) && '$hasPrefix' in value) {
    const prefix = String(value.$hasPrefix).replace(/[\\%_]/g, '\\$&');
    where.whereRaw(
      `upper(cast(?? as text)) like upper(cast(? as text)) escape '\\'`,
      [column, `${prefix}%`],
    );
  } else if (isObject(value) && '$contains' in value) {
    // None of the columns holds a list.
    matchNothing(where);
  } else {
    throw new InputError(
      `Invalid filter predicate, got unknown matcher object '${JSON.stringify(
        value,
      )}'`,
    );
  }
}

function matchNothing(where: Knex.QueryBuilder): void {
  where.whereRaw('1 = 0');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
