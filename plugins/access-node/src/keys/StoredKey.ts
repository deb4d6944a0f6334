import type { KeyScopes } from '@callboard/plugin-access-common';

/** A key as it is checked. */
export interface StoredKey {
  id: string;
  /** SHA-256 of the secret, in hex. */
  hash: string;
  /** The hash of the secret before the last rotation, and until when that one is good too. */
  previous?: { hash: string; until: Date };
  scopes: KeyScopes;
  expiresAt: Date;
  revokedAt?: Date;
}
