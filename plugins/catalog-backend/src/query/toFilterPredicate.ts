import type {
  FilterPredicate,
  FilterPredicateExpression,
  FilterPredicateValue,
} from '@backstage/filter-predicates';
import type { EntityFilter } from '@backstage/plugin-catalog-node';

/** Turns the older form of filter, which cursors may still carry, into a predicate. */
export function toFilterPredicate(filter: EntityFilter): FilterPredicate {
  if (Object.hasOwn(filter, 'key')) {
    const { key, values } = filter as { key: string; values?: string[] };
    if (!values) return onField(key, { $exists: true });
    if (values.length === 1) return onField(key, values[0]);
    return onField(key, { $in: values });
  }
  if ('not' in filter) return { $not: toFilterPredicate(filter.not) };
  if ('anyOf' in filter) return { $any: filter.anyOf.map(toFilterPredicate) };
  return {
    $all: (filter as { allOf: EntityFilter[] }).allOf.map(toFilterPredicate),
  };
}

function onField(key: string, condition: FilterPredicateValue) {
  return { [key]: condition } as FilterPredicateExpression;
}
