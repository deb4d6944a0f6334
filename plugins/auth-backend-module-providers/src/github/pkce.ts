import { createHash, createHmac, hkdfSync } from 'node:crypto';

/**
 * Proof Key for Code Exchange (RFC 7636) that keeps nothing between the two halves of a sign-in: the verifier is derived from `state`, which
 * holds a random nonce that is also in a cookie of the browser, and from a key that only the portal has. It therefore works after a restart
 * and on another replica, and a code that was begun in another browser finds no verifier that fits.
 */
export function createPkce(options: { clientSecret: string }): {
  /** What the browser carries to the authorization server, Base64url of SHA-256. */
  challenge(state: string): string;
  /** What the portal sends with the code, 43 characters. */
  verifier(state: string): string;
} {
  const key = Buffer.from(
    hkdfSync('sha256', options.clientSecret, '', 'callboard pkce', 32),
  );
  const verifier = (state: string) =>
    createHmac('sha256', key).update(state).digest('base64url');
  return {
    verifier,
    challenge: state =>
      createHash('sha256').update(verifier(state)).digest('base64url'),
  };
}
