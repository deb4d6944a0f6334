import type { Knex } from 'knex';
import { activityMigration } from '../activity/store/activityMigration';
import { deliveriesMigration } from '../events/deliveriesMigration';
import { importMigration } from '../import/importMigration';
import { peopleFingerprintsMigration } from '../people/peopleFingerprintsMigration';
import { peopleMigration } from '../people/peopleMigration';
import { wikisMigration } from '../wikis/known/wikisMigration';
import { mirrorMigration } from './mirrorMigration';
import { queueMigration } from './queueMigration';
import { registeredMigration } from './registeredMigration';
import { stampsMigration } from './stampsMigration';

/** All tables of this plugin, in the order of their names. One list, since knex refuses a database that knows of others. */
const MIGRATIONS: Record<string, Knex.Migration> = {
  [deliveriesMigration.name]: deliveriesMigration,
  '20261126_imports': importMigration,
  '20261126_mirror': mirrorMigration,
  [peopleMigration.name]: peopleMigration,
  '20261126_queue': queueMigration,
  [wikisMigration.name]: wikisMigration,
  [peopleFingerprintsMigration.name]: peopleFingerprintsMigration,
  [registeredMigration.name]: registeredMigration,
  [stampsMigration.name]: stampsMigration,
  [activityMigration.name]: activityMigration,
};

/** In the code rather than in files, so that a bundled backend finds them. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS),
  getMigrationName: name => name,
  getMigration: async name => MIGRATIONS[name],
};
