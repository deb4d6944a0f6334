import type { Knex } from 'knex';
import type { SeenCredentials } from './SeenCredentials';

const TABLE = 'seen_credentials';

/** Remembers in the plugin's database, so that a restart or another replica makes no token young again. */
export function createSeenCredentials(options: {
  knex: Knex;
  now(): Date;
}): SeenCredentials {
  const { knex, now } = options;
  const known = new Map<string, string>();

  return {
    async firstSeen(fingerprint) {
      const remembered = known.get(fingerprint);
      if (remembered) return remembered;
      await knex(TABLE)
        .insert({ fingerprint, first_seen_at: now().getTime() })
        .onConflict('fingerprint')
        .ignore();
      const row = await knex(TABLE).where({ fingerprint }).first();
      const at = new Date(Number(row.first_seen_at)).toISOString();
      known.set(fingerprint, at);
      return at;
    },
  };
}
