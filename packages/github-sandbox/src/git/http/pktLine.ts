/** The pkt-line that ends a section. */
export const FLUSH = Buffer.from('0000');

const HEADER = 4;

/** A pkt-line: its length, with these four digits, and its content. See https://git-scm.com/docs/protocol-common#_pkt_line_format */
export function pktLine(content: string | Buffer): Buffer {
  const data = Buffer.from(content);
  const length = (data.length + HEADER).toString(16).padStart(HEADER, '0');
  return Buffer.concat([Buffer.from(length), data]);
}

/** Reads the pkt-lines up to the first flush; `end` is the position behind it. Undefined if the buffer ends before, or is something else. */
export function readPktLines(
  buffer: Buffer,
): { lines: Buffer[]; end: number } | undefined {
  const lines: Buffer[] = [];
  let position = 0;
  while (position + HEADER <= buffer.length) {
    const digits = buffer.toString('latin1', position, position + HEADER);
    const length = parseInt(digits, 16);
    if (digits === '0000') {
      return { lines, end: position + HEADER };
    }
    if (!(length >= HEADER) || position + length > buffer.length) {
      return undefined;
    }
    lines.push(buffer.subarray(position + HEADER, position + length));
    position += length;
  }
  return undefined;
}
