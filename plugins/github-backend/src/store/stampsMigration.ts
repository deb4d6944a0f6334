import type { Knex } from 'knex';

/** Remembers when inferred entities became what they are. */
export const stampsMigration = {
  name: '20261127_stamps',
  async up(knex: Knex): Promise<void> {
    await knex.schema.alterTable('github_given', table => {
      table.text('stamp').nullable().comment('JSON; of inferred entities');
    });
  },
  async down(knex: Knex): Promise<void> {
    await knex.schema.alterTable('github_given', table => {
      table.dropColumn('stamp');
    });
  },
};
