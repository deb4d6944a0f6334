import type { Knex } from 'knex';

/** Questions that wait, plans that are held, and counts for the status. */
export const queueMigration: Knex.Migration = {
  async up(knex) {
    await knex.schema.createTable('github_hints', table => {
      table.comment('Repositories that GitHub is to be asked about');
      table.string('hint_key', 512).primary().comment('One per repository');
      table.string('host').notNullable();
      table.string('owner_key').notNullable().comment('Lower case');
      table.text('hint').notNullable().comment('A RepositoryHint, as JSON');
      table.string('reason').notNullable();
      table.integer('says_gone').notNullable();
      table.integer('version').notNullable().comment('Grows with each hint');
      table.integer('attempts').notNullable();
      table.bigInteger('due_at').notNullable().comment('Epoch, ms');
      table.string('lease_holder');
      table.bigInteger('leased_until').comment('Epoch, ms, database time');
      table.index(['host', 'owner_key', 'due_at'], 'github_hints_due_idx');
    });
    await knex.schema.createTable('github_plans', table => {
      table.comment('Removals that wait for an operator');
      table.string('id').primary();
      table.string('host').notNullable();
      table.string('organisation_key').notNullable();
      table.text('plan').notNullable().comment('A HeldPlan, as JSON');
      table.text('removals').notNullable().comment('JSON; see Removal');
      table.string('credential').comment('That the run spoke as');
      table.unique(['host', 'organisation_key'], {
        indexName: 'github_plans_organisation_idx',
      });
    });
    await knex.schema.createTable('github_lag_samples', table => {
      table.comment('How long changes took to reach the catalog');
      table.increments('id');
      table.string('host').notNullable();
      table.string('organisation_key').notNullable();
      table.bigInteger('at').notNullable().comment('Epoch, ms');
      table.bigInteger('lag_ms').notNullable();
      table.index(['host', 'organisation_key', 'at'], 'github_lag_at_idx');
    });
  },
  async down(knex) {
    for (const table of [
      'github_lag_samples',
      'github_plans',
      'github_hints',
    ]) {
      await knex.schema.dropTable(table);
    }
  },
};
