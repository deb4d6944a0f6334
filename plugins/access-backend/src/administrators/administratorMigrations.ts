import type { Knex } from 'knex';

/** The tables of the link for the first administrator. */
export const administratorMigrations: Record<string, Knex.Migration> = {
  '20261126_administrators_links': {
    async up(knex) {
      await knex.schema.createTable('administrator_links', table => {
        table.comment(
          'The link by which the first administrator is made; one at most',
        );
        table
          .integer('id')
          .primary()
          .comment('Always 1, so that replicas cannot make two');
        table
          .string('token_hash', 64)
          .notNullable()
          .comment('SHA-256, hexadecimal');
        table.bigInteger('expires_at').notNullable().comment('Epoch, ms');
      });
    },
    async down(knex) {
      await knex.schema.dropTable('administrator_links');
    },
  },
};
