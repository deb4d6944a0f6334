import type { Bitmap } from '../index/Bitmap';
import type { Column } from '../index/Column';
import { compareCodePoints } from '../index/compareCodePoints';
import type { EntityIndex } from '../index/EntityIndex';

/** What looking through one entity's values costs, in values of the column. */
const ENTITY_COST = 40;

export type FacetValue = { value: string; count: number };

/**
 * How many entities have each original value at a key, in any case; null and what nobody has left out; sorted by value. With
 * `among` only these entities count.
 */
export function countFacet(options: {
  index: EntityIndex;
  key: string;
  among?: { entities: Bitmap; count: number };
}): FacetValue[] {
  const { index, key, among } = options;
  const column = index.column(key.toLowerCase());
  if (!column) return [];
  return among && among.count * ENTITY_COST < column.termCount
    ? countByEntity(index, column, among.entities)
    : countByTerm(index, column, among?.entities);
}

/** Asks each value how many of its entities are among them. */
function countByTerm(
  index: EntityIndex,
  column: Column,
  entities: Bitmap | undefined,
): FacetValue[] {
  const { postings } = index;
  const { order } = column;
  const texts = order.readOriginals();
  const values: FacetValue[] = [];
  for (let i = 0; i < texts.length; i++) {
    const term = order.byOriginal[i];
    const count = entities
      ? postings.countIn(term, entities)
      : postings.count(term);
    if (count > 0) values.push({ value: texts[i], count });
  }
  return values;
}

/** Asks each of the entities what values it has. */
function countByEntity(
  index: EntityIndex,
  column: Column,
  entities: Bitmap,
): FacetValue[] {
  const { terms } = index;
  const counts = new Map<number, number>();
  for (const slot of entities.toArray())
    for (const term of index.termsOf(slot))
      if (terms.column[term] === column.id && !terms.isNull(term))
        counts.set(term, (counts.get(term) ?? 0) + 1);
  return Array.from(counts, ([term, count]) => ({
    value: terms.readOriginal(term),
    count,
  })).sort((a, b) => compareCodePoints(a.value, b.value));
}
