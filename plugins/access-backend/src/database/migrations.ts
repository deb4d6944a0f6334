import type { Knex } from 'knex';
import { administratorMigrations } from '../administrators/administratorMigrations';
import { roleMigrations } from '../permissions/roleMigrations';
import { keyMigrations } from '../keys/keyMigrations';
import { organisationMigrations } from '../organisations/organisationMigrations';
import { sessionMigrations } from '../sessions/sessionMigrations';
import { signInMigrations } from '../signIns/signInMigrations';

/** All tables of this plugin, by feature. The names give the order: knex refuses a database that knows of others. */
const MIGRATIONS: Record<string, Knex.Migration> = {
  ...administratorMigrations,
  ...roleMigrations,
  ...keyMigrations,
  ...organisationMigrations,
  ...sessionMigrations,
  ...signInMigrations,
};

/** In the code rather than in files, so that a bundled backend finds them. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS).sort(),
  getMigrationName: name => name,
  getMigration: async name => MIGRATIONS[name],
};
