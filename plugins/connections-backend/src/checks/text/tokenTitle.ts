import type { TokenFacts } from '@callboard/plugin-connections-common';

/** `the token 1a2b3c4d of mel`. */
export function tokenTitle({
  fingerprint,
  owner,
}: Pick<TokenFacts, 'fingerprint' | 'owner'>): string {
  return `the token ${fingerprint}${owner ? ` of ${owner}` : ''}`;
}
