import { SignJWT } from 'jose';
import type { KeyObject } from 'node:crypto';

/** GitHub allows ten minutes; what remains is for clocks that differ. */
const VALID_S = 9 * 60;
const BACK_S = 30;

/**
 * A JSON Web Token with which an App speaks for itself, for nine minutes from `at`, which is GitHub's time.
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export function signAppJwt(options: {
  appId: number;
  key: KeyObject;
  at: Date;
}): Promise<string> {
  const { appId, key, at } = options;
  const seconds = Math.floor(at.getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(String(appId))
    .setIssuedAt(seconds - BACK_S)
    .setExpirationTime(seconds + VALID_S)
    .sign(key);
}
