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
    if (depth > filterLimits.depth)
      throw new InputError(
        `The filter is nested more than ${filterLimits.depth} deep`,
      );
    // A list of predicates is part of the operator that it belongs to. A list within a list, which means nothing, is a level.
    for (const value of Object.values(node))
      visit(
        value,
        depth + (Array.isArray(node) && !Array.isArray(value) ? 0 : 1),
      );
  }

  visit(filter, 1);
}
