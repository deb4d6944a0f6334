/** A list in pieces of at most `size`, for statements that may not have more parameters. */
export function chunked<T>(list: T[], size = 200): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < list.length; start += size) {
    chunks.push(list.slice(start, start + size));
  }
  return chunks;
}
