/**
 * The number in one of GitHub's global ids of a user, in the older form (`MDQ6VXNlcjU4MzIzMQ==`) or the newer one (`U_kgDOAAjmTw`);
 * undefined for anything else. One account has both, depending on who asked.
 */
export function githubUserId(nodeId: string): number | undefined {
  if (nodeId.startsWith('U_')) {
    return lastNumber(Buffer.from(nodeId.slice(2), 'base64url'));
  }
  const text = Buffer.from(nodeId, 'base64').toString('latin1');
  const older = /^0?\d+:User(\d+)$/.exec(text);
  return older ? Number(older[1]) : undefined;
}

/** MessagePack: an array of two, of which the second is an unsigned integer. */
function lastNumber(bytes: Buffer): number | undefined {
  if (bytes.length < 3 || bytes[0] !== 0x92) return undefined;
  const value = bytes.subarray(2);
  const [sign] = value;
  if (sign < 0x80 && value.length === 1) return sign;
  if (sign === 0xcc && value.length === 2) return value.readUInt8(1);
  if (sign === 0xcd && value.length === 3) return value.readUInt16BE(1);
  if (sign === 0xce && value.length === 5) return value.readUInt32BE(1);
  if (sign === 0xcf && value.length === 9)
    return Number(value.readBigUInt64BE(1));
  return undefined;
}
