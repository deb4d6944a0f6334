import type { Comparison } from '../../git';
import { hunkAt } from './placesInDiff';
import type { PlaceInDiff } from './placesInDiff';
import type { ReviewCommentDraft } from './ReviewCommentDraft';

export type PlacedComment =
  /** Without a place it is on the whole file. */
  | { outcome: 'placed'; place?: PlaceInDiff }
  | { outcome: 'pathUnknown' }
  | { outcome: 'lineUnknown' };

/** Finds where a comment goes in the diff of a pull request. */
export function placeComment(options: {
  comparison: Comparison | undefined;
  draft: ReviewCommentDraft;
}): PlacedComment {
  const { comparison, draft } = options;
  const file = comparison?.files.find(({ path }) => path === draft.path);
  if (!file) return { outcome: 'pathUnknown' };
  if (draft.wholeFile) return { outcome: 'placed' };

  const { line, position, side = 'RIGHT' } = draft;
  if (line === undefined && position === undefined) {
    return { outcome: 'lineUnknown' };
  }
  const patch = file.patch ?? '';
  const place =
    line === undefined
      ? hunkAt({ patch, position: position! })
      : hunkAt({ patch, line, side });
  return place ? { outcome: 'placed', place } : { outcome: 'lineUnknown' };
}
