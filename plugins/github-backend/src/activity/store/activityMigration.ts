import type { Knex } from 'knex';

/**
 * What GitHub answered about builds, pull requests and the like (`github_answers`), since when which of it may be outdated (`github_marks`),
 * and logs of jobs that are over (`github_job_logs`).
 */
export const activityMigration = {
  name: '20261127_tab_answers',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('github_answers', table => {
      table.string('host', 200).notNullable();
      table.string('repository', 200).notNullable();
      table.string('what', 200).notNullable();
      table.string('credential', 64).notNullable();
      table.string('state', 20).notNullable();
      table.text('etag').nullable();
      table.text('body').notNullable();
      table.integer('bytes').notNullable();
      table.bigInteger('began_at_ms').notNullable();
      table.bigInteger('asked_at_ms').notNullable();
      table.bigInteger('fresh_until_ms').notNullable();
      table.bigInteger('used_at_ms').notNullable();
      table.primary(['host', 'repository', 'what']);
      table.index(['used_at_ms'], 'github_answers_used');
    });
    await knex.schema.createTable('github_marks', table => {
      table.string('host', 200).notNullable();
      table.string('repository', 200).notNullable();
      table.string('topic', 100).notNullable();
      table.bigInteger('at_ms').notNullable();
      table.primary(['host', 'repository', 'topic']);
      table.index(['at_ms'], 'github_marks_age');
    });
    await knex.schema.createTable('github_job_logs', table => {
      table.string('host', 200).notNullable();
      table.bigInteger('job_id').notNullable();
      table.string('repository', 200).notNullable();
      table.binary('packed').notNullable();
      table.integer('bytes').notNullable();
      table.bigInteger('used_at_ms').notNullable();
      table.primary(['host', 'job_id']);
      table.index(['host', 'repository'], 'github_job_logs_repository');
      table.index(['used_at_ms'], 'github_job_logs_used');
    });
  },
  async down(knex: Knex): Promise<void> {
    await knex.schema.dropTable('github_job_logs');
    await knex.schema.dropTable('github_marks');
    await knex.schema.dropTable('github_answers');
  },
};
