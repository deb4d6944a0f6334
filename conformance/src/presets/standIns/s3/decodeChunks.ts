/** The content of a body in the encoding `aws-chunked`; checksums and signatures of chunks are passed over. */
export function decodeChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let position = 0; ; ) {
    const end = body.indexOf('\r\n', position);
    const size = parseInt(body.subarray(position, end).toString(), 16);
    if (!size) {
      return Buffer.concat(parts);
    }
    parts.push(body.subarray(end + 2, end + 2 + size));
    position = end + 2 + size + 2;
  }
}
