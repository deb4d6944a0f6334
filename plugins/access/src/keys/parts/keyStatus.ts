import type { ApiKey } from '@callboard/plugin-access-common';

const SOON_MS = 14 * 24 * 3_600_000;

/** How a key stands. `soon`: it expires within 14 days. */
export type KeyStatus = 'active' | 'soon' | 'expired' | 'revoked';

export function keyStatus(options: { apiKey: ApiKey; now: Date }): KeyStatus {
  const { apiKey, now } = options;
  const { state, expiresAt } = apiKey;
  if (state !== 'active') return state;
  const left = new Date(expiresAt).getTime() - now.getTime();
  if (left <= 0) return 'expired';
  return left < SOON_MS ? 'soon' : 'active';
}
