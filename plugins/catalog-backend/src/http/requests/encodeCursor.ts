/** Writes a cursor as base64 of its JSON. */
export function encodeCursor(cursor: object): string {
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64');
}
