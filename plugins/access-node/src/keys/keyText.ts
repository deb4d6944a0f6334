import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 6;
const SECRET_BYTES = 32;
const FORM = /^cbk_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** A new key: `cbk_<id>_<secret>`, the id in hex, the secret 256 random bits in base64url. The id looks it up, the secret proves it. */
export function makeKey(options: { id?: string } = {}): {
  id: string;
  key: string;
  hash: string;
} {
  const id = options.id ?? randomBytes(ID_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { id, key: `cbk_${id}_${secret}`, hash: hashSecret(secret) };
}

/** The parts of a key; `undefined` for anything that does not look like one. */
export function parseKey(
  text: string,
): { id: string; secret: string } | undefined {
  const match = FORM.exec(text);
  return match ? { id: match[1], secret: match[2] } : undefined;
}

/** SHA-256 in hex. A random secret of 256 bits needs no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares in constant time. `hash` is a SHA-256 in hex. */
export function matchesHash(options: {
  secret: string;
  hash: string;
}): boolean {
  const given = createHash('sha256').update(options.secret).digest();
  const known = Buffer.from(options.hash, 'hex');
  return known.length === given.length && timingSafeEqual(known, given);
}
