import type { Commit, Tag } from '../../git';

/** What GitHub says of a signature. The sandbox knows nobody's keys, so that a signature is there but never verified. */
export function presentVerification(
  object: Pick<Commit | Tag, 'signature' | 'payload'>,
) {
  return {
    verified: false,
    reason: object.signature ? 'unknown_key' : 'unsigned',
    signature: object.signature ?? null,
    payload: object.payload ?? null,
    verified_at: null,
  };
}
