import type { Knex } from 'knex';

/** Remembers of which organisations somebody has registered a repository that has no descriptor. */
export const registeredMigration = {
  name: '20261127_registered',
  async up(knex: Knex): Promise<void> {
    await knex.schema.alterTable('github_organisations', table => {
      table
        .string('registered_at')
        .nullable()
        .comment('Since then GitHub is asked for what inference needs, too');
    });
  },
  async down(knex: Knex): Promise<void> {
    await knex.schema.alterTable('github_organisations', table => {
      table.dropColumn('registered_at');
    });
  },
};
