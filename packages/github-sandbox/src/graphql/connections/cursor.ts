const START = 'cursor:v2:';

/** Where a row is: its key, and its place in case it is gone by then. */
export interface Position {
  key: string | number;
  index: number;
}

/** An opaque cursor, as GitHub makes them. */
export function writeCursor(position: Position): string {
  return Buffer.from(
    `${START}${JSON.stringify([position.key, position.index])}`,
  ).toString('base64');
}

/** What a cursor stands for; undefined where it is none of ours. */
export function readCursor(cursor: string): Position | undefined {
  const text = Buffer.from(cursor, 'base64').toString();
  if (!text.startsWith(START)) return undefined;
  try {
    const [key, index] = JSON.parse(text.slice(START.length));
    return Number.isInteger(index) ? { key, index } : undefined;
  } catch {
    return undefined;
  }
}
