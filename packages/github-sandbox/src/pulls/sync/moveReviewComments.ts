import { openGit } from '../../repositories/openGit';
import { comparisonOf } from '../comparisonOf';
import type { PullChange } from '../PullChange';
import { hunkAt, placesInDiff } from '../reviews/placesInDiff';

/**
 * After a push, moves review comments with their lines. Those whose line has changed or is no longer part of the diff are outdated: they
 * have no line and no position any more.
 */
export async function moveReviewComments(
  options: PullChange & { before: string },
): Promise<void> {
  const { sandbox, issue, before } = options;
  const comments = sandbox.state.reviewComments
    .by('issue', issue.id)
    .filter(({ line, side }) => line !== null && side === 'RIGHT');
  if (comments.length === 0) return;
  const git = await openGit(options);
  const after = issue.pull.head.sha;
  const moves = await git.diff({ from: before, to: after });
  const comparison = await comparisonOf(options);

  for (const comment of comments) {
    const move = moves.find(({ path }) => path === comment.path);
    const line = move
      ? newLine({ patch: move.patch ?? '', line: comment.line! })
      : comment.line!;
    const file = comparison?.files.find(({ path }) => path === comment.path);
    const place =
      line === undefined
        ? undefined
        : hunkAt({ patch: file?.patch ?? '', line, side: 'RIGHT' });
    comment.line = place?.line ?? null;
    comment.position = place?.position ?? null;
    if (place) comment.commitSha = after;
  }
}

/** Where a line of the old file is in the new one; undefined if it was changed or taken away. */
function newLine(options: { patch: string; line: number }): number | undefined {
  const { patch, line } = options;
  let shift = 0;
  for (const header of patch.matchAll(
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm,
  )) {
    const [start, length, newStart, newLength] = [
      header[1],
      header[2] ?? '1',
      header[3],
      header[4] ?? '1',
    ].map(Number);
    if (line < start) return line + shift;
    if (line < start + length) {
      // Within a hunk, only lines that have not changed have a place on both sides.
      const places = placesInDiff(patch);
      const index = places.findIndex(
        (place, at) =>
          place.side === 'LEFT' &&
          place.line === line &&
          places[at + 1]?.side === 'RIGHT' &&
          places[at + 1].position === place.position,
      );
      return index === -1 ? undefined : places[index + 1].line;
    }
    shift = newStart + newLength - (start + length);
  }
  return line + shift;
}
