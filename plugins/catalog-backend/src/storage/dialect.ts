import type { Knex } from 'knex';

/** The databases that the engine knows. */
export type Dialect = 'postgres' | 'sqlite';

/** Which of them `knex` speaks to. Throws for any other, before anything is written to it. */
export function dialectOf(knex: Knex): Dialect {
  const client = String(knex.client.config.client);
  if (client.includes('pg')) return 'postgres';
  if (client.includes('sqlite')) return 'sqlite';
  throw new Error(
    `The catalog engine runs on PostgreSQL and SQLite, not on "${client}". Change backend.database.client.`,
  );
}
