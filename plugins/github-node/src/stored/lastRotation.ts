import { fingerprintOf } from '../credentials/fingerprintOf';
import type { StoredToken } from './StoredCredential';

/** Follows a token over several rotations, also back to one that was in use before; after a later rotation comes no earlier one. */
export function lastRotation(options: {
  fingerprint: string;
  tokens: StoredToken[];
  after?: StoredToken;
}): StoredToken | undefined {
  const { fingerprint, tokens, after } = options;
  const next = tokens.find(
    ({ replaces, storedAt }) =>
      replaces === fingerprint &&
      (!after || Date.parse(storedAt) >= Date.parse(after.storedAt)),
  );
  if (!next) return after;
  return lastRotation({
    fingerprint: fingerprintOf(next.token),
    tokens: tokens.filter(item => item !== next),
    after: next,
  });
}
