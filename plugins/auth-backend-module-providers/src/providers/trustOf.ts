import type { EmailTrust } from './SignInProvider';

/** OpenID Connect's `email_verified`, which some send as text. */
export function trustOf(verified: unknown): EmailTrust {
  if (verified === true || verified === 'true') return 'verified';
  return verified === undefined ? 'unknown' : 'unverified';
}
