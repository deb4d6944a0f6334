const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value % 2 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  }
  return value >>> 0;
});

/** The checksum with which Google's client compares what it sent and got, in base64. */
export function crc32c(content: Buffer): string {
  let value = 0xffffffff;
  for (const byte of content) {
    value = (TABLE[(value ^ byte) & 0xff] ^ (value >>> 8)) >>> 0;
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((value ^ 0xffffffff) >>> 0);
  return sum.toString('base64');
}
