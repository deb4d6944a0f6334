/** Where a line of a file is in the file's diff. */
export interface PlaceInDiff {
  line: number;
  side: 'LEFT' | 'RIGHT';
  /** Lines below the first `@@`. */
  position: number;
  /** The hunk down to the line, as review comments show it. */
  diffHunk: string;
}

/** Every line of a diff as GitHub gives it (`patch` of a file), with its place. */
export function placesInDiff(patch: string): PlaceInDiff[] {
  const places: PlaceInDiff[] = [];
  let left = 0;
  let right = 0;
  let hunk: string[] = [];
  patch.split('\n').forEach((text, position) => {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (header) {
      left = Number(header[1]);
      right = Number(header[2]);
      hunk = [text];
      return;
    }
    hunk.push(text);
    const place = (line: number, side: 'LEFT' | 'RIGHT') =>
      places.push({ line, side, position, diffHunk: hunk.join('\n') });
    if (text.startsWith('+')) {
      place(right, 'RIGHT');
      right += 1;
    } else if (text.startsWith('-')) {
      place(left, 'LEFT');
      left += 1;
    } else if (!text.startsWith('\\')) {
      // What has not changed can be commented on from both sides.
      place(left, 'LEFT');
      place(right, 'RIGHT');
      left += 1;
      right += 1;
    }
  });
  return places;
}

/** The place of a line, or of a position, in a diff; undefined if it is not part of it. */
export function hunkAt(
  options: { patch: string } & (
    | { line: number; side: 'LEFT' | 'RIGHT' }
    | { position: number }
  ),
): PlaceInDiff | undefined {
  const places = placesInDiff(options.patch);
  return 'position' in options
    ? places.findLast(({ position }) => position === options.position)
    : places.find(
        ({ line, side }) => line === options.line && side === options.side,
      );
}
