import { createHash, timingSafeEqual } from 'node:crypto';
import type { TemporaryCode } from '../../core/state';

/** Whether a verifier fits the challenge that a code came with. Without a challenge any will do, also none. RFC 7636, section 4.6. */
export function verifiesChallenge(options: {
  code: TemporaryCode;
  verifier: string | undefined;
}): boolean {
  const { code, verifier } = options;
  if (code.codeChallenge === null) return true;
  if (!verifier) return false;
  const computed =
    code.codeChallengeMethod === 'S256'
      ? createHash('sha256').update(verifier).digest('base64url')
      : verifier;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(computed), digest(code.codeChallenge));
}
