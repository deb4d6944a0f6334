import type { Knex } from 'knex';

/** All tables of this plugin, in the order of their names. One list, since knex refuses a database that knows of others. */
const MIGRATIONS: Record<string, Knex.Migration> = {
  '20261126_seen_credentials': {
    async up(knex) {
      await knex.schema.createTable('seen_credentials', table => {
        table.comment('When the portal first saw each credential');
        table.string('fingerprint').primary().comment('No secret');
        table.bigInteger('first_seen_at').notNullable().comment('Epoch, ms');
      });
    },
    async down(knex) {
      await knex.schema.dropTable('seen_credentials');
    },
  },
  '20261127_app_states': {
    async up(knex) {
      await knex.schema.createTable('connections_app_states', table => {
        table.comment('GitHub Apps that somebody has begun to create');
        table.string('state_hash').primary().comment('SHA-256, hexadecimal');
        table.text('pending').notNullable().comment('What was begun, as JSON');
        table.bigInteger('expires_at').notNullable().comment('Epoch, ms');
        table.index(['expires_at'], 'connections_app_states_expiry_idx');
      });
    },
    async down(knex) {
      await knex.schema.dropTable('connections_app_states');
    },
  },
};

/** In the code rather than in files, so that a bundled backend finds them. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS),
  getMigrationName: name => name,
  getMigration: async name => MIGRATIONS[name],
};
