import type { Knex } from 'knex';

/** The table of keys. Secrets are not in it. */
export const keyMigrations: Record<string, Knex.Migration> = {
  '20261126_keys_api_keys': {
    async up(knex) {
      await knex.schema.createTable('api_keys', table => {
        table.comment('Keys of machines; all times are epoch, ms');
        table.string('id').primary();
        table.text('name').notNullable();
        table.text('owner').comment('Entity reference');
        table.string('hash').notNullable().comment('SHA-256, hexadecimal');
        table.string('previous_hash').comment('Before the last rotation');
        table.bigInteger('previous_until').comment('And how long it is good');
        table.text('scopes').notNullable().comment('JSON');
        table.bigInteger('created_at').notNullable();
        table.text('created_by').notNullable();
        table.bigInteger('lifetime').notNullable().comment('Milliseconds');
        table.bigInteger('expires_at').notNullable();
        table.bigInteger('last_used_at');
        table.bigInteger('rotated_at');
        table.bigInteger('revoked_at');
        table.text('revoked_by');
      });
    },
    async down(knex) {
      await knex.schema.dropTable('api_keys');
    },
  },
};
