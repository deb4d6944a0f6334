import type { Knex } from 'knex';

/** What the mirror knows of organisations and repositories, and what it gave to the catalog. */
export const mirrorMigration: Knex.Migration = {
  async up(knex) {
    await knex.schema.createTable('github_organisations', table => {
      table.comment('How far the mirror of each organisation is');
      table.string('host').notNullable();
      table.string('organisation_key').notNullable().comment('Lower case');
      table.string('organisation').notNullable().comment('As GitHub has it');
      table.integer('app').comment('The App through which it was found');
      table.string('last_full_at').comment('ISO 8601, as all times here');
      table.string('full_tried_at').comment('When one was incomplete last');
      table.string('last_incremental_at');
      table.string('pushed_cursor').comment('Of the newest push that is known');
      table.string('updated_cursor');
      table.string('settings_hash').comment('Of what the last full run asked');
      table
        .integer('uncounted')
        .comment('What GitHub counts more than is known');
      table.string('credential').comment('That the last full run spoke as');
      table.text('gap').comment('Why a full run is due, in words');
      table.text('problem').comment('JSON; of the last run, if it failed');
      table.bigInteger('removing_since').comment('Epoch, ms');
      table.integer('removed').comment('Since then, because of events');
      table.string('lease_holder');
      table.bigInteger('leased_until').comment('Epoch, ms, database time');
      table.primary(['host', 'organisation_key']);
    });
    await knex.schema.createTable('github_repositories', table => {
      table.comment('The latest that GitHub has said of each repository');
      table.string('host').notNullable();
      table.string('repository_id').notNullable().comment('Node id');
      table.bigInteger('database_id').notNullable();
      table.string('owner_key').notNullable().comment('Lower case');
      table.string('name_key').notNullable().comment('Lower case');
      table.text('data').notNullable().comment('JSON, without files');
      table.text('matched').notNullable().comment('JSON; see MatchedPatterns');
      table.string('content_hash').notNullable();
      table.string('seen_at').notNullable();
      table
        .integer('pending')
        .notNullable()
        .comment('1: the catalog may not have been told yet');
      table.primary(['host', 'repository_id']);
      table.index(['host', 'owner_key', 'name_key'], 'github_repo_name_idx');
    });
    await knex.schema.createTable('github_files', table => {
      table.comment('Descriptors, with their text');
      table.string('host').notNullable();
      table.string('repository_id').notNullable();
      table.string('ref').notNullable();
      table.string('path', 1024).notNullable();
      table.text('target_key').notNullable().comment('See targetKeyOf');
      table.string('state').notNullable();
      table.string('oid');
      table.text('text');
      table.string('commit_oid');
      table.string('seen_at').notNullable();
      table.bigInteger('lag_ms');
      table.primary(['host', 'repository_id', 'ref', 'path']);
      table.index(['target_key'], 'github_files_target_idx');
    });
    await knex.schema.createTable('github_given', table => {
      table.comment('Entities that the catalog was given');
      table.string('host').notNullable();
      table.string('repository_id').notNullable();
      table.string('provider').notNullable();
      table.string('entity_ref', 512).notNullable();
      table.string('location_key', 512);
      table.string('hash').notNullable();
      table.primary(['host', 'repository_id', 'provider', 'entity_ref']);
      table.index(['entity_ref'], 'github_given_ref_idx');
    });
    await knex.schema.createTable('github_providers', table => {
      table.comment('Providers whose entities are exactly those given');
      table.string('provider').primary();
      table.string('exact_at').notNullable();
    });
  },
  async down(knex) {
    for (const table of [
      'github_providers',
      'github_given',
      'github_files',
      'github_repositories',
      'github_organisations',
    ]) {
      await knex.schema.dropTable(table);
    }
  },
};
