export type ReadBytes =
  | { outcome: 'read'; bytes: Buffer }
  | { outcome: 'tooLarge' };

/** Reads a body of up to `most` bytes. Of a larger one nothing is kept, and no more is read than shows that it is larger. */
export async function readBytes(options: {
  request: Request;
  most: number;
}): Promise<ReadBytes> {
  const { request, most } = options;
  const length = request.headers.get('content-length');
  if (Number(length) > most) return { outcome: 'tooLarge' };
  // Node sees to it that there are not more than the header says.
  if (length !== null) {
    return { outcome: 'read', bytes: Buffer.from(await request.arrayBuffer()) };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) return { outcome: 'tooLarge' };
    chunks.push(chunk);
  }
  return { outcome: 'read', bytes: Buffer.concat(chunks) };
}
