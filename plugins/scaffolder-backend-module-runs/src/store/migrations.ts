import type { Knex } from 'knex';
import { hideOldParameters } from './hideOldParameters';

const MIGRATIONS: Record<string, Knex.Migration> = {
  '20261127000000_run_claims': {
    async up(knex) {
      await knex.schema.createTable('run_claims', table => {
        table.uuid('task_id').primary().notNullable();
        table
          .text('claim')
          .comment('Token of the attempt that runs now; its writes carry it');
        table.text('worker').comment('The process that has the claim');
        table.dateTime('claimed_at');
        table
          .integer('attempts')
          .notNullable()
          .defaultTo(0)
          .comment('How often the run was claimed');
        table
          .integer('recoveries')
          .notNullable()
          .defaultTo(0)
          .comment('Recoveries since a step was completed');
        table.dateTime('recovered_at');
        table.dateTime('ended_at');
        table
          .dateTime('dropped_at')
          .comment('When state and workspace of an ended run were dropped');
      });
    },
    async down(knex) {
      await knex.schema.dropTable('run_claims');
    },
  },
  '20261127000001_old_parameters': {
    up: knex => hideOldParameters({ knex }),
    // What was taken out is not kept anywhere.
    async down() {},
  },
};

/** In the code rather than in files, so that a bundled backend finds them. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS).sort(),
  getMigrationName: name => name,
  getMigration: async name => MIGRATIONS[name],
};
