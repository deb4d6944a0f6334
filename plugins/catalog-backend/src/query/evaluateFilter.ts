import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { Bitmap } from '../index/Bitmap';
import type { EntityIndex } from '../index/EntityIndex';
import { addFieldMatches } from './addFieldMatches';
import { checkFilterLimits } from './checkFilterLimits';
import { isObject } from './isObject';

/**
 * The entities that a filter matches, as a set of slots that belongs to the caller. All of the filter is evaluated, so that a
 * mistake anywhere in it is an `InputError` whatever the catalog holds.
 */
export function evaluateFilter(options: {
  index: EntityIndex;
  filter: FilterPredicate;
}): Bitmap {
  checkFilterLimits(options.filter);
  return evaluate(options.index, options.filter);
}

function evaluate(index: EntityIndex, filter: unknown): Bitmap {
  if (!isObject(filter))
    throw new InputError(
      `Invalid filter predicate: top-level primitive values are not supported. Wrap the value in a field expression, e.g. { "kind": ${JSON.stringify(
        filter,
      )} }`,
    );
  if ('$not' in filter) return index.all().andNot(evaluate(index, filter.$not));
  if ('$all' in filter) {
    const matches = index.all();
    for (const part of asArray(filter.$all, '$all'))
      matches.and(evaluate(index, part));
    return matches;
  }
  if ('$any' in filter) {
    const matches = index.none();
    for (const part of asArray(filter.$any, '$any'))
      matches.or(evaluate(index, part));
    return matches;
  }
  return evaluateFields(index, filter);
}

function evaluateFields(
  index: EntityIndex,
  fields: Record<string, unknown>,
): Bitmap {
  let matches: Bitmap | undefined;
  for (const [key, condition] of Object.entries(fields)) {
    const ofField = index.none();
    addFieldMatches({
      index,
      key: key.toLowerCase(),
      condition,
      matches: ofField,
    });
    matches = matches ? matches.and(ofField) : ofField;
  }
  return matches ?? index.all();
}

function asArray(value: unknown, operator: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new InputError(
    `Invalid filter predicate: ${operator} takes an array, but got ${JSON.stringify(
      value,
    )}`,
  );
}
