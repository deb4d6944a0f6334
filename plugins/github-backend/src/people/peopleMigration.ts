import type { Knex } from 'knex';

/** Tables of people and teams; an entry of the plugin's one list of migrations. */
export const peopleMigration = {
  name: '20261126_people',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('people_organisations', table => {
      table.comment('Organisations whose people and teams are known');
      table.string('host').notNullable();
      table.string('organisation').notNullable().comment('Lower case');
      table.string('login').notNullable().comment('As GitHub spells it');
      table.bigInteger('read_at').comment('Last complete read; epoch, ms');
      table
        .boolean('sees_all')
        .comment('Whether the credential saw more than is public');
      table.text('problem').comment('What went wrong last, JSON');
      table.primary(['host', 'organisation']);
    });
    await knex.schema.createTable('people_known', table => {
      table.comment('People and teams as GitHub showed them');
      table.string('host').notNullable();
      table.string('organisation').notNullable();
      table.string('kind').notNullable().comment('person or team');
      table.string('node_id').notNullable();
      table.text('data').notNullable().comment('JSON');
      table.bigInteger('asked_at').notNullable().comment('Epoch, ms');
      table.primary(['host', 'organisation', 'kind', 'node_id']);
    });
    await knex.schema.createTable('people_sources', table => {
      table.comment('Organisations that each provider read last');
      table.string('provider').notNullable();
      table.string('host').notNullable();
      table.string('organisation').notNullable();
      table.integer('position').notNullable();
      table.primary(['provider', 'host', 'organisation']);
    });
    await knex.schema.createTable('people_given', table => {
      table.comment('Entities that the catalog was given');
      table.string('provider').notNullable();
      table.string('entity_ref').notNullable();
      table.string('hash').notNullable();
      table.primary(['provider', 'entity_ref']);
    });
    await knex.schema.createTable('people_held', table => {
      table.comment('Removals that wait for an operator');
      table.string('id').primary();
      table.string('host').notNullable();
      table.string('organisation').notNullable();
      table.text('plan').notNullable().comment('JSON');
      table.unique(['host', 'organisation'], {
        indexName: 'people_held_organisation_idx',
      });
    });
    await knex.schema.createTable('people_team_access', table => {
      table.comment('Repositories that teams may write to');
      table.string('host').notNullable();
      table.string('organisation').notNullable();
      table.text('access').notNullable().comment('JSON');
      table.bigInteger('read_at').notNullable().comment('Epoch, ms');
      table.primary(['host', 'organisation']);
    });
  },
  async down(knex: Knex): Promise<void> {
    for (const table of [
      'people_team_access',
      'people_held',
      'people_given',
      'people_sources',
      'people_known',
      'people_organisations',
    ]) {
      await knex.schema.dropTable(table);
    }
  },
};
