import type { Knex } from 'knex';

const MIGRATIONS: Record<string, Knex.Migration> = {
  '20261122_arrivals': {
    async up(knex) {
      await knex.schema.createTable('arrivals', table => {
        table.comment('When the portal first saw each entity of the catalog');
        table.string('entity_ref').primary();
        table.bigInteger('first_seen_at').notNullable().comment('Epoch, ms');
        table
          .boolean('is_baseline')
          .notNullable()
          .comment('It was there when the portal began to watch');
        table
          .bigInteger('gone_at')
          .nullable()
          .comment('Epoch, ms, since when the catalog lacks it');
        table.index(['is_baseline', 'first_seen_at'], 'arrivals_newest_idx');
      });
      await knex.schema.createTable('arrivals_watch', table => {
        table.comment('One row: how far the watch is');
        table.integer('id').primary();
        table.text('counts').nullable().comment('Entities per kind, as JSON');
        table.bigInteger('scanned_at').nullable().comment('Epoch, ms');
        table
          .bigInteger('settled_at')
          .nullable()
          .comment('Epoch, ms, when the baseline was complete');
      });
    },
    async down(knex) {
      await knex.schema.dropTable('arrivals_watch');
      await knex.schema.dropTable('arrivals');
    },
  },
};

/** In the code rather than in files, so that a bundled backend finds them. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS),
  getMigrationName: name => name,
  getMigration: async name => MIGRATIONS[name],
};
