import { InputError } from '@backstage/errors';
import type { Bitmap } from '../index/Bitmap';
import type { EntityIndex } from '../index/EntityIndex';
import { NO_TERM } from '../index/TermDictionary';

/** The most rows that a list with several orders may have before it is cut to a page. */
const MOST_ROWS = 2_000_000;

type Order = { field: string; order: 'asc' | 'desc' };
/** An entity with one of its terms for each order; `NO_TERM` where it has no value, or null. */
type Row = { slot: number; terms: number[] };

/**
 * The first `most` of `matches` by several keys (lower case), entities without a value last, then by id. An entity with several
 * values is listed once for each combination. Throws `InputError` when these are too many.
 */
export function listByValues(options: {
  index: EntityIndex;
  matches: Bitmap;
  order: readonly Order[];
  most: number;
}): number[] {
  const { index, matches, order, most } = options;
  const columns = order.map(({ field }) => index.columns.find(field));
  const rows: Row[] = [];
  for (const slot of matches.toArray()) {
    for (const terms of combine(termsByColumn({ index, slot, columns })))
      rows.push({ slot, terms });
    if (rows.length > MOST_ROWS)
      throw new InputError(
        `The order makes more than ${MOST_ROWS} combinations of values`,
      );
  }
  return rows
    .sort((a, b) => compare(index, order, a, b))
    .slice(0, most)
    .map(row => row.slot);
}

function termsByColumn(options: {
  index: EntityIndex;
  slot: number;
  columns: (number | undefined)[];
}): number[][] {
  const { index, slot, columns } = options;
  const { terms } = index;
  return columns.map(column => {
    const found: number[] = [];
    for (const term of index.termsOf(slot))
      if (terms.column[term] === column)
        found.push(terms.isNull(term) ? NO_TERM : term);
    return found.length > 0 ? found : [NO_TERM];
  });
}

/** Every way to take one of each, up to a bound. */
function combine(choices: number[][]): number[][] {
  let combinations: number[][] = [[]];
  for (const choice of choices) {
    if (combinations.length * choice.length > MOST_ROWS)
      throw new InputError(
        `The order makes more than ${MOST_ROWS} combinations of values`,
      );
    combinations = combinations.flatMap(start =>
      choice.map(term => [...start, term]),
    );
  }
  return combinations;
}

function compare(
  index: EntityIndex,
  order: readonly Order[],
  left: Row,
  right: Row,
): number {
  for (let i = 0; i < order.length; i++) {
    const ours = left.terms[i];
    const theirs = right.terms[i];
    if (ours === theirs) continue;
    if (ours === NO_TERM) return 1;
    if (theirs === NO_TERM) return -1;
    const difference = index.terms.compareLower(ours, theirs);
    if (difference !== 0)
      return order[i].order === 'desc' ? -difference : difference;
  }
  return index.idOrder.compare(left.slot, right.slot);
}
