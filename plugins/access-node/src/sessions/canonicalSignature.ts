/** The orders of the curves of RFC 7518, and the algorithms that use them. */
export const ORDERS: Record<string, bigint> = {
  ES256: BigInt(
    '0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
  ),
  ES384: BigInt(
    '0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  ),
  ES512: BigInt(
    '0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
  ),
};

/**
 * The one form of a signature that stands for all that are valid for the same text. Of an ECDSA signature (r, s) whoever holds it can make the second,
 * (r, n - s), without the key; what is remembered as ended has to cover both. Other algorithms have one.
 */
export function canonicalSignature(options: {
  /** As in the header of a JWT. */
  algorithm: unknown;
  signature: Buffer;
}): Buffer {
  const { algorithm, signature } = options;
  const order = ORDERS[String(algorithm)];
  if (!order) return signature;
  const half = signature.length / 2;
  const s = BigInt(`0x${signature.subarray(half).toString('hex') || '0'}`);
  const lower = s > order / 2n ? order - s : s;
  return Buffer.concat([
    signature.subarray(0, half),
    Buffer.from(lower.toString(16).padStart(half * 2, '0'), 'hex'),
  ]);
}
