import type { Knex } from 'knex';

/** The table of what sources of users and groups have done. */
export const organisationMigrations: Record<string, Knex.Migration> = {
  '20261126_organisations_syncs': {
    async up(knex) {
      await knex.schema.createTable('organisation_syncs', table => {
        table.comment('Readings of users and groups; all times are epoch, ms');
        table.string('id').primary();
        table.string('provider').notNullable();
        table.bigInteger('started_at').notNullable();
        table.bigInteger('ended_at').notNullable();
        table.string('started_by').notNullable().comment('schedule or event');
        table.string('outcome').notNullable().comment('read or failed');
        table.boolean('has_changes').notNullable();
        table.text('detail').notNullable().comment('JSON');
        table.index(['provider', 'ended_at']);
      });
    },
    async down(knex) {
      await knex.schema.dropTable('organisation_syncs');
    },
  },
};
