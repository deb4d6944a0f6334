import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { toFilterPredicate } from '../../query/toFilterPredicate';
import { parseStrings } from './parseStrings';

/**
 * Reads the `filter` parameter: conditions `key=value` or `key`, separated by commas, that must all hold; of several filters one
 * must. Several conditions on one key ask for any of the values. Throws an `InputError` for a condition without a key.
 */
export function parseFilter(parameters: {
  filter?: unknown;
}): FilterPredicate | undefined {
  const branches = (parseStrings(parameters.filter, 'filter') ?? [])
    .map(parseConditions)
    .filter(conditions => conditions.length > 0)
    .map(conditions => {
      const predicates = conditions.map(toFilterPredicate);
      return predicates.length === 1 ? predicates[0] : { $all: predicates };
    });
  if (branches.length === 0) return undefined;
  return branches.length === 1 ? branches[0] : { $any: branches };
}

function parseConditions(filter: string): { key: string; values?: string[] }[] {
  const byKey = new Map<string, { key: string; values?: string[] }>();
  for (const untrimmed of filter.split(',')) {
    const text = untrimmed.trim();
    if (!text) continue;
    const at = text.indexOf('=');
    const key = at === -1 ? text : text.slice(0, at).trim();
    if (!key)
      throw new InputError(
        `Invalid filter, '${text}' is not a valid statement (expected a string on the form a=b or a= or a)`,
      );
    const condition = byKey.get(key) ?? { key };
    byKey.set(key, condition);
    if (at !== -1) {
      condition.values ??= [];
      condition.values.push(text.slice(at + 1).trim());
    }
  }
  return [...byKey.values()];
}
