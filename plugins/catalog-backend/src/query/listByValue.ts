import type { Bitmap } from '../index/Bitmap';
import type { Column } from '../index/Column';
import { compareCodePoints } from '../index/compareCodePoints';
import type { EntityIndex } from '../index/EntityIndex';
import { Utf8Scratch } from '../index/Utf8Scratch';
import { pickInOrder } from './pickInOrder';

/** Up to so many slots are sorted at once, without a set between. */
const SMALL_GROUP = 256;
/** What looking up one entity's value and one comparison of a sort cost, in steps along the order. */
const LOOKUP_COST = 16;
const COMPARISON_COST = 6;

/** An entity, and its value that put it here. */
export type ValueRow = { slot: number; term: number };

export type ValueListOptions = {
  index: EntityIndex;
  column: Column;
  /** The entities that may be listed. */
  matches: Bitmap;
  /** The values that may be listed; all by default. */
  onlyTerms?: ReadonlySet<number>;
  descending: boolean;
  /** The order of entities with the same value, by id. */
  idsDescending: boolean;
  /** Only what comes after this value (lower case) and id; `null` is comparable to nothing. */
  after?: { value: string | null; entityId: string | null };
  most: number;
};

const scratch = new Utf8Scratch();

/**
 * The first `most` rows of entities that have a value that is not null, by value, then by id. An entity with several values has
 * as many rows. Walks the sorted values where matches are dense, and sorts the matches where they are few.
 */
export function listByValue(options: ValueListOptions): ValueRow[] {
  const { index, column, matches, after, most } = options;
  if (most <= 0 || (after && after.value === null)) return [];
  const matched = matches.count();
  if (matched === 0) return [];
  const words = index.slots / 32;
  const wholeWalk = Math.min(column.rowCount, column.termCount * words);
  const steps = Math.min(1, most / matched) * wholeWalk;
  const work =
    matched * (LOOKUP_COST + COMPARISON_COST * Math.log2(matched + 1));
  return work < steps ? sort(options) : walk(options);
}

function walk(options: ValueListOptions): ValueRow[] {
  const { index, column, matches, onlyTerms, descending, most } = options;
  const { terms, postings } = index;
  const { byLower } = column.order;
  const step = descending ? -1 : 1;
  const rows: ValueRow[] = [];
  let { at, entityId } = findStart(options);
  while (at >= 0 && at < byLower.length && rows.length < most) {
    const from = at;
    do at += step;
    while (
      at >= 0 &&
      at < byLower.length &&
      terms.sameLower(byLower[from], byLower[at])
    );
    const only = byLower[from];
    if (at === from + step && postings.count(only) <= 1) {
      // Most values belong to one entity.
      const slot = postings.only(only);
      if (
        postings.count(only) === 1 &&
        matches.has(slot) &&
        (!onlyTerms || onlyTerms.has(only)) &&
        isBeyond(options, slot, entityId)
      )
        rows.push({ slot, term: only });
    } else {
      const group =
        from < at
          ? byLower.subarray(from, at)
          : byLower.subarray(at + 1, from + 1);
      addGroup({ ...options, group, entityId, rows });
    }
    entityId = undefined;
  }
  return rows;
}

/** Where the walk begins, and when that is among entities with the very value of the cursor, beyond which id. */
function findStart(options: ValueListOptions): {
  at: number;
  entityId?: string | null;
} {
  const { index, column, descending, after } = options;
  const { order } = column;
  if (!after || after.value === null)
    return { at: descending ? order.byLower.length - 1 : 0 };
  scratch.encode(after.value);
  const from = order.search(scratch.bytes, scratch.length);
  const hasValue =
    from < order.byLower.length &&
    index.terms.readLower(order.byLower[from]) === after.value;
  if (!hasValue) return { at: descending ? from - 1 : from };
  let at = from;
  if (descending)
    while (
      at + 1 < order.byLower.length &&
      index.terms.sameLower(order.byLower[from], order.byLower[at + 1])
    )
      at++;
  return { at, entityId: after.entityId };
}

/** Adds the rows of terms with the same lower-case value. */
function addGroup(
  options: ValueListOptions & {
    group: Int32Array;
    entityId: string | null | undefined;
    rows: ValueRow[];
  },
): void {
  const { index, matches, onlyTerms, group, entityId, rows, most } = options;
  if (entityId === null) return;
  const { postings, idOrder } = index;
  // Which of the twins an entity has makes no difference to the list.
  const [term] = group;
  let size = 0;
  for (const twin of group) size += postings.count(twin);
  if (size === 0 || (onlyTerms && !onlyTerms.has(term))) return;

  let slots: number[];
  if (size <= SMALL_GROUP) {
    const sign = options.idsDescending ? -1 : 1;
    slots = [];
    for (const twin of group)
      for (const slot of postings.toArray(twin))
        if (matches.has(slot) && isBeyond(options, slot, entityId))
          slots.push(slot);
    slots.sort((a, b) => idOrder.compare(a, b) * sign);
  } else {
    const members = index.none();
    for (const twin of group) postings.addTo(twin, members);
    slots = pickInOrder({
      order: idOrder,
      matches: members.and(matches),
      descending: options.idsDescending,
      after: entityId,
      most: most - rows.length,
    });
  }
  for (const slot of slots) {
    if (rows.length === most) return;
    rows.push({ slot, term });
  }
}

function isBeyond(
  options: ValueListOptions,
  slot: number,
  entityId: string | null | undefined,
): boolean {
  if (entityId === undefined) return true;
  if (entityId === null) return false;
  const order = options.index.idOrder.compareWith(slot, entityId);
  return options.idsDescending ? order < 0 : order > 0;
}

function sort(options: ValueListOptions): ValueRow[] {
  const { index, column, matches, onlyTerms, descending, most } = options;
  const { terms, idOrder } = index;
  const sign = descending ? -1 : 1;
  const idSign = options.idsDescending ? -1 : 1;
  const rows: ValueRow[] = [];
  for (const slot of matches.toArray())
    for (const term of index.termsOf(slot))
      if (
        terms.column[term] === column.id &&
        !terms.isNull(term) &&
        (!onlyTerms || onlyTerms.has(term)) &&
        isAfter(options, slot, term)
      )
        rows.push({ slot, term });
  rows.sort(
    (a, b) =>
      terms.compareLower(a.term, b.term) * sign ||
      idOrder.compare(a.slot, b.slot) * idSign,
  );
  return rows.slice(0, most);
}

function isAfter(
  options: ValueListOptions,
  slot: number,
  term: number,
): boolean {
  const { index, after, descending } = options;
  if (!after) return true;
  if (after.value === null) return false;
  const order = compareCodePoints(index.terms.readLower(term), after.value);
  if (order === 0) return isBeyond(options, slot, after.entityId);
  return descending ? order < 0 : order > 0;
}
