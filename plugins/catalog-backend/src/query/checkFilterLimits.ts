import { InputError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { filterLimits } from './filterLimits';

/** Throws an `InputError` when the filter is beyond `filterLimits`. */
export function checkFilterLimits(filter: FilterPredicate): void {
  let nodes = 0;

  function visit(node: unknown, depth: number): void {
    nodes++;
    if (nodes > filterLimits.nodes)
      throw new InputError(
        `The filter has more than ${filterLimits.nodes} predicates, fields and values`,
      );
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const item of node) visit(item, depth);
      return;
    }
    if (depth > filterLimits.depth)
      throw new InputError(
        `The filter is nested more than ${filterLimits.depth} deep`,
      );
    for (const value of Object.values(node)) visit(value, depth + 1);
  }

  visit(filter, 1);
}
