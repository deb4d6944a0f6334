/** Where the values of secret parameters stand among the secrets of a run. */
export const PARAMETER_PREFIX = 'parameters.';

/** Segments as one text: joined by dots; a dot or backslash within a name is escaped by a backslash. */
export function joinPath(segments: readonly string[]): string {
  return segments.map(each => each.replace(/[\\.]/g, '\\$&')).join('.');
}

/** The reverse of `joinPath`. */
export function splitPath(path: string): string[] {
  const segments: string[] = [];
  let segment = '';
  for (let i = 0; i < path.length; i++) {
    if (path[i] === '\\' && i + 1 < path.length) {
      i += 1;
      segment += path[i];
    } else if (path[i] === '.') {
      segments.push(segment);
      segment = '';
    } else {
      segment += path[i];
    }
  }
  return [...segments, segment];
}
