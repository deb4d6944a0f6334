import type { Column } from '../index/Column';
import type { TextChunk } from '../index/ColumnText';
import type { LikePattern } from './LikePattern';

/** The terms of a column whose lower-case value matches, null never; among them some that no entity has any more. */
export function findTermsLike(options: {
  column: Column;
  pattern: LikePattern;
}): number[] {
  const { column, pattern } = options;
  const found: number[] = [];
  for (const chunk of column.text.chunks)
    if (pattern.probe === '') checkAll(chunk, pattern, found);
    else scan(chunk, pattern, found);
  return found;
}

function scan(chunk: TextChunk, pattern: LikePattern, found: number[]): void {
  const { text, terms, starts } = chunk;
  const { probe } = pattern;
  let next = 0;
  let hit = text.indexOf(probe);
  while (hit !== -1) {
    next = lastStartUpTo(starts, hit, next);
    const end = starts[next + 1] - 1;
    if (hit + probe.length > end) {
      // It reaches over the separator: that is no value's text.
      hit = text.indexOf(probe, hit + 1);
      continue;
    }
    const isMatch =
      pattern.substring !== undefined ||
      pattern.matches(text.slice(starts[next], end));
    if (isMatch) found.push(terms[next]);
    hit = text.indexOf(probe, end + 1);
  }
}

function checkAll(
  chunk: TextChunk,
  pattern: LikePattern,
  found: number[],
): void {
  const { text, terms, starts } = chunk;
  for (let i = 0; i < terms.length; i++)
    if (pattern.matches(text.slice(starts[i], starts[i + 1] - 1)))
      found.push(terms[i]);
}

/** The greatest index from `from` on whose start is not after `position`. */
function lastStartUpTo(
  starts: Int32Array,
  position: number,
  from: number,
): number {
  // The next hit is mostly near: widen the stretch first, then halve it.
  let low = from;
  let width = 1;
  while (low + width < starts.length && starts[low + width] <= position)
    width *= 2;
  let high = Math.min(low + width, starts.length);
  low += width >>> 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= position) low = middle;
    else high = middle;
  }
  return low;
}
