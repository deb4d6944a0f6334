import type { Knex } from 'knex';

/** The tables of imports: plans, the runs that apply them, and what became of each repository. */
export const importMigration: Knex.Migration = {
  async up(knex) {
    await knex.schema.createTable('import_runs', table => {
      table.comment('Plans to bring repositories into the catalog');
      table.string('id').primary().comment('A UUID');
      table.string('host').notNullable();
      table.string('organisation').notNullable().comment('As it was asked for');
      table.bigInteger('created_at').notNullable().comment('Epoch, ms');
      table.string('created_by').notNullable();
      table.string('status', 16).notNullable();
      table.text('status_reason');
      table.string('mode', 16);
      table
        .string('active_key')
        .unique({ indexName: 'import_runs_active_key_uq' })
        .comment('HOST/ORGANISATION of a run that may write; one at a time');
      table
        .bigInteger('paused_until')
        .comment('Epoch, ms; none where a person has paused it');
      table.string('lease_owner').comment('The process that works on it');
      table.bigInteger('lease_until').comment('Epoch, ms');
      table.integer('read').comment('Repositories that a plan has read so far');
      table.integer('expected').comment('And how many there are');
      table.index(['status'], 'import_runs_status_idx');
    });
    await knex.schema.createTable('import_items', table => {
      table.comment('The repositories of a plan');
      table
        .string('run_id')
        .notNullable()
        .references('id')
        .inTable('import_runs')
        .onDelete('CASCADE');
      table.string('repository').notNullable().comment('OWNER/NAME');
      table.integer('position').notNullable();
      table.string('state', 16).notNullable();
      table.text('item').notNullable().comment('JSON, without the outcome');
      table.boolean('selected').notNullable().defaultTo(false);
      table.text('outcome').comment('JSON');
      table.primary(['run_id', 'repository']);
      table.index(['run_id', 'position'], 'import_items_position_idx');
    });
  },
  async down(knex) {
    await knex.schema.dropTable('import_items');
    await knex.schema.dropTable('import_runs');
  },
};
