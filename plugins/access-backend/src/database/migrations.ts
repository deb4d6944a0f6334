import type { Knex } from 'knex';

/** All tables of this plugin, by feature. The names give the order: knex refuses a database that knows of others. */
const MIGRATIONS: Record<string, Knex.Migration> = {};

/** In the code rather than in files, so that a bundled backend finds them. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS).sort(),
  getMigrationName: name => name,
  getMigration: async name => MIGRATIONS[name],
};
