import { createHash } from 'node:crypto';
import { canonicalSignature } from './canonicalSignature';

/** What a user's token says of itself. Not verified: stock does that before this is of use. */
export interface UserToken {
  /** An entity reference in lower case. */
  userEntityRef: string;
  /** Seconds since 1970. */
  issuedAt: number;
  /** Seconds since 1970. */
  expiresAt: number;
  /** The same for a token and for its limited form. It reveals nothing of the token. */
  id: string;
}

/** Reads a user's token, its limited form, or the one inside a plugin's token on behalf of a user. Nothing for anything else. */
export function readUserToken(token: string): UserToken | undefined {
  const [head, body, signature = '', ...more] = token.split('.');
  const header = read(head);
  const claims = read(body);
  if (!header || !claims || more.length > 0) return undefined;
  if (typeof claims.obo === 'string') return readUserToken(claims.obo);

  const { sub, iat, exp, uip } = claims;
  if (
    typeof sub !== 'string' ||
    typeof iat !== 'number' ||
    typeof exp !== 'number'
  ) {
    return undefined;
  }
  const userEntityRef = sub.toLocaleLowerCase('en-US');
  // A limited token is signed with what the whole one has as `uip`.
  const proof = canonicalSignature({
    algorithm: header.alg,
    signature: Buffer.from(
      typeof uip === 'string' ? uip : signature,
      'base64url',
    ),
  });
  return {
    userEntityRef,
    issuedAt: iat,
    expiresAt: exp,
    id: createHash('sha256')
      .update(JSON.stringify([userEntityRef, iat, exp]))
      .update(proof)
      .digest('hex'),
  };
}

function read(part: string | undefined): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
