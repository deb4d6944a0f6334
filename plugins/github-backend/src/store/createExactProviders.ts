import type { Knex } from 'knex';

/** Providers whose entities in the catalog are exactly those that the mirror gave. */
export interface ExactProviders {
  has(provider: string): Promise<boolean>;
  add(options: { provider: string; at: string }): Promise<void>;
}

/** See `ExactProviders`. */
export function createExactProviders(options: { knex: Knex }): ExactProviders {
  const { knex } = options;
  return {
    async has(provider) {
      const row = await knex('github_providers').where({ provider }).first();
      return Boolean(row);
    },
    async add({ provider, at }) {
      const row = { provider, exact_at: at };
      await knex('github_providers')
        .insert(row)
        .onConflict('provider')
        .merge(row);
    },
  };
}
