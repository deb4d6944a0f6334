import type { Knex } from 'knex';
import { chunked } from '../../store/chunked';
import { lowerKey } from '../../store/lowerKey';

/** What each provider gave to the catalog, and from which organisations. */
export interface GivenStore {
  /** Hashes by entity reference. */
  given(options: { provider: string }): Promise<Map<string, string>>;
  /** With `exact` all else is dropped. */
  record(options: {
    provider: string;
    put: Map<string, string>;
    drop: string[];
    exact?: boolean;
  }): Promise<void>;
  /** Lower-case logins of the organisations that a provider read last, in its order. */
  organisations(options: { provider: string; host: string }): Promise<string[]>;
  setOrganisations(options: {
    provider: string;
    host: string;
    organisations: string[];
  }): Promise<void>;
}

export function createGivenStore(options: { knex: Knex }): GivenStore {
  const { knex } = options;
  return {
    async given({ provider }) {
      const rows = await knex('people_given').where({ provider });
      return new Map(rows.map(row => [row.entity_ref, row.hash]));
    },
    async record({ provider, put, drop, exact }) {
      await knex.transaction(async trx => {
        if (exact) await trx('people_given').where({ provider }).delete();
        for (const refs of chunked(drop)) {
          await trx('people_given')
            .where({ provider })
            .whereIn('entity_ref', refs)
            .delete();
        }
        for (const some of chunked([...put])) {
          await trx('people_given')
            .insert(
              some.map(([ref, hash]) => ({
                ...{ provider, hash },
                entity_ref: ref,
              })),
            )
            .onConflict(['provider', 'entity_ref'])
            .merge(['hash']);
        }
      });
    },
    async organisations({ provider, host }) {
      const rows = await knex('people_sources')
        .where({ provider, host })
        .orderBy('position');
      return rows.map(({ organisation }) => organisation);
    },
    async setOrganisations({ provider, host, organisations }) {
      await knex.transaction(async trx => {
        await trx('people_sources').where({ provider }).delete();
        const rows = organisations.map((organisation, position) => ({
          ...{ provider, host, position },
          organisation: lowerKey(organisation),
        }));
        for (const some of chunked(rows)) {
          await trx('people_sources').insert(some);
        }
      });
    },
  };
}
