import type { Bitmap } from '../index/Bitmap';
import type { EntityIndex } from '../index/EntityIndex';
import { findTermsLike } from './findTermsLike';
import type { LikePattern } from './LikePattern';

/** The entities of which a value at one of the keys, in any case, matches; as a set that belongs to the caller. */
export function findText(options: {
  index: EntityIndex;
  keys: readonly string[];
  pattern: LikePattern;
}): Bitmap {
  const { index, pattern } = options;
  const found = index.none();
  for (const key of new Set(options.keys.map(k => k.toLowerCase()))) {
    const column = index.column(key);
    if (!column) continue;
    for (const term of findTermsLike({ column, pattern }))
      index.postings.addTo(term, found);
  }
  return found;
}
