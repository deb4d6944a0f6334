import type { Knex } from 'knex';
import type { SeenCredentials } from './SeenCredentials';

/** Looks up what a portal has remembered, and writes nothing: for a doctor beside it. What is not there is new. */
export function createReadOnlySeenCredentials(options: {
  knex: Knex;
  now(): Date;
}): SeenCredentials {
  const { knex, now } = options;
  return {
    async firstSeen(fingerprint) {
      const row = await knex('seen_credentials')
        .where({ fingerprint })
        .first()
        // A portal that has never run has no table.
        .catch(() => undefined);
      return (row ? new Date(Number(row.first_seen_at)) : now()).toISOString();
    },
  };
}
