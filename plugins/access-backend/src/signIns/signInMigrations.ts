import type { Knex } from 'knex';

/** The table of sign-ins that failed. No secret is in it, and nothing stays longer than 30 days. */
export const signInMigrations: Record<string, Knex.Migration> = {
  '20261126_signins_failures': {
    async up(knex) {
      await knex.schema.createTable('sign_in_failures', table => {
        table.comment('Failed sign-ins; times are epoch, ms');
        table.string('reference', 16).primary();
        table.bigInteger('at').notNullable().index();
        table.string('provider').notNullable();
        table.string('kind').notNullable();
        table.text('subject').comment("The provider's id of the account");
        table.text('user_entity_ref').comment('Where the sign-in worked');
        table.text('failure').notNullable().comment('JSON');
        table.text('near').comment('JSON; null until the catalog was asked');
      });
    },
    async down(knex) {
      await knex.schema.dropTable('sign_in_failures');
    },
  },
};
