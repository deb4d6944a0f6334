import type { ApiKey } from '@callboard/plugin-access-common';
import type { StoredKey } from '@callboard/plugin-access-node';

/** A row of `api_keys`. Times are epoch milliseconds, which PostgreSQL's driver hands over as texts. */
export interface KeyRow {
  id: string;
  name: string;
  owner: string | null;
  hash: string;
  previous_hash: string | null;
  previous_until: number | string | null;
  scopes: string;
  created_at: number | string;
  created_by: string;
  lifetime: number | string;
  expires_at: number | string;
  last_used_at: number | string | null;
  rotated_at: number | string | null;
  revoked_at: number | string | null;
  revoked_by: string | null;
}

/** A row as it is checked. */
export function toStoredKey(row: KeyRow): StoredKey {
  const { id, hash, previous_hash, previous_until } = row;
  return {
    id,
    hash,
    ...(previous_hash && {
      previous: {
        hash: previous_hash,
        until: new Date(Number(previous_until)),
      },
    }),
    scopes: JSON.parse(row.scopes),
    expiresAt: new Date(Number(row.expires_at)),
    ...(row.revoked_at !== null && {
      revokedAt: new Date(Number(row.revoked_at)),
    }),
  };
}

/** A row as people see it: without hashes. */
export function toApiKey(options: { row: KeyRow; now: Date }): ApiKey {
  const { row, now } = options;
  const time = (value: number | string | null) =>
    value === null ? undefined : new Date(Number(value)).toISOString();
  const previousIsGood =
    row.revoked_at === null &&
    row.previous_until !== null &&
    Number(row.previous_until) > now.getTime();
  return {
    id: row.id,
    name: row.name,
    owner: row.owner ?? undefined,
    prefix: `cbk_${row.id}_`,
    scopes: JSON.parse(row.scopes),
    state: stateOf({ row, now }),
    createdAt: time(row.created_at)!,
    createdBy: row.created_by,
    expiresAt: time(row.expires_at)!,
    lastUsedAt: time(row.last_used_at),
    rotatedAt: time(row.rotated_at),
    previousSecretUntil: previousIsGood ? time(row.previous_until) : undefined,
    revokedAt: time(row.revoked_at),
    revokedBy: row.revoked_by ?? undefined,
  };
}

function stateOf(options: { row: KeyRow; now: Date }): ApiKey['state'] {
  const { row, now } = options;
  if (row.revoked_at !== null) return 'revoked';
  return Number(row.expires_at) <= now.getTime() ? 'expired' : 'active';
}
