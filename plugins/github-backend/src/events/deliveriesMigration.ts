import type { Knex } from 'knex';

/** Which deliveries were handled, and up to where GitHub's own lists of deliveries have been looked through. */
export const deliveriesMigration = {
  name: '20261126_deliveries',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('github_deliveries', table => {
      table.string('delivery_id', 100).primary();
      table.string('digest', 64).nullable();
      table.string('host').notNullable();
      table.string('owner').notNullable();
      table.string('event', 100).notNullable();
      table.bigInteger('received_at_ms').notNullable();
      table.index(['digest'], 'github_deliveries_digest');
      table.index(
        ['host', 'owner', 'received_at_ms'],
        'github_deliveries_owner',
      );
      table.index(['received_at_ms'], 'github_deliveries_age');
    });
    await knex.schema.createTable('github_delivery_cursors', table => {
      table.string('credential_id').primary();
      table.text('cursor').notNullable();
    });
  },
  async down(knex: Knex): Promise<void> {
    await knex.schema.dropTable('github_delivery_cursors');
    await knex.schema.dropTable('github_deliveries');
  },
};
