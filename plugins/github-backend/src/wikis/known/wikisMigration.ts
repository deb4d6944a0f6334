import type { Knex } from 'knex';

/** Which wikis have been looked at. */
export const wikisMigration = {
  name: '20261126_wikis',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('github_wikis', table => {
      table.comment('Wikis that have been looked at, with or without pages');
      table.string('host').notNullable();
      table.string('owner').notNullable().comment('In lower case');
      table.string('name').notNullable().comment('In lower case');
      table
        .string('head', 64)
        .nullable()
        .comment('The last commit; none where there are no pages');
      table.bigInteger('checked_at_ms').notNullable();
      table.primary(['host', 'owner', 'name']);
    });
  },
  async down(knex: Knex): Promise<void> {
    await knex.schema.dropTable('github_wikis');
  },
};
