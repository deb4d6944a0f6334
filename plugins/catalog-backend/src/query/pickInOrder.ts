import type { Bitmap } from '../index/Bitmap';
import type { SlotOrder } from '../index/SlotOrder';

/** How many steps along an order one comparison of a sort costs. */
const COMPARISON_COST = 8;

/**
 * The first `most` slots of `matches` in an order. With `after` only those beyond this text, in the direction of the order.
 * Walks the order where matches are dense, and sorts them where they are few.
 */
export function pickInOrder(options: {
  order: SlotOrder;
  matches: Bitmap;
  descending: boolean;
  after?: string;
  most: number;
}): number[] {
  const { order, matches, most } = options;
  const matched = matches.count();
  if (matched === 0 || most <= 0) return [];
  const steps = Math.min(1, most / matched) * order.slots.length;
  const comparisons = matched * Math.log2(matched + 1);
  return comparisons * COMPARISON_COST < steps ? sort(options) : walk(options);
}

function walk(options: {
  order: SlotOrder;
  matches: Bitmap;
  descending: boolean;
  after?: string;
  most: number;
}): number[] {
  const { order, matches, descending, after, most } = options;
  const { slots } = order;
  const picked: number[] = [];
  if (descending) {
    let at = after === undefined ? slots.length : order.search(after);
    while (--at >= 0 && picked.length < most)
      if (matches.has(slots[at])) picked.push(slots[at]);
    return picked;
  }
  let at = after === undefined ? 0 : order.searchAfter(after);
  for (; at < slots.length && picked.length < most; at++)
    if (matches.has(slots[at])) picked.push(slots[at]);
  return picked;
}

function sort(options: {
  order: SlotOrder;
  matches: Bitmap;
  descending: boolean;
  after?: string;
  most: number;
}): number[] {
  const { order, matches, descending, after, most } = options;
  const direction = descending ? -1 : 1;
  const slots = Array.from(matches.toArray());
  return slots
    .filter(
      slot =>
        after === undefined || order.compareWith(slot, after) * direction > 0,
    )
    .sort((a, b) => order.compare(a, b) * direction)
    .slice(0, most);
}
