import type { Knex } from 'knex';

/** Tables of what was ended, who is there, and what replicas share for seconds. Times in milliseconds since 1970 unless a name says otherwise. */
export const sessionMigrations: Record<string, Knex.Migration> = {
  '20261126_sessions_1': {
    async up(knex) {
      await knex.schema.createTable('access_revocations', table => {
        table.comment('Tokens of users that are refused');
        table.string('id', 400).primary().comment('kind:subject');
        table.string('kind').notNullable().comment('person, token or session');
        table.string('subject', 380).notNullable();
        table
          .bigInteger('until_seconds')
          .comment('Persons: tokens issued up to then; all, if null');
        table.string('reason').notNullable();
        table.string('by', 380).comment('Who ended it, if it was a person');
        table.bigInteger('revoked_at').notNullable();
        table.bigInteger('expires_at').notNullable().index();
      });
      await knex.schema.createTable('access_browsers', table => {
        table.comment('Open sessions of browsers that have a refresh cookie');
        table
          .string('session')
          .primary()
          .comment('A hash of the cookie and the provider');
        table
          .string('user_entity_ref', 380)
          .index()
          .comment('Null until a token says it');
        table.bigInteger('signed_in_seconds').notNullable();
        table.bigInteger('expires_at').notNullable().index();
        table
          .bigInteger('cookie_expires_at')
          .notNullable()
          .comment(
            'Later than expires_at until the first use after a redirect',
          );
      });
      await knex.schema.createTable('access_session_tokens', table => {
        table.comment('Tokens that the session of a browser was given');
        table.string('token_id').notNullable();
        table.string('session').notNullable().index().comment('As above');
        table.bigInteger('expires_at').notNullable().index();
        table.primary(['token_id', 'session']);
      });
      await knex.schema.createTable('access_people', table => {
        table.comment('Who had a token that was honoured, lately');
        table.string('user_entity_ref', 380).primary();
        table.bigInteger('last_seen_seconds').notNullable();
        table.bigInteger('last_issued_seconds').notNullable();
        table.bigInteger('expires_seconds').notNullable();
      });
      await knex.schema.createTable('access_refreshes', table => {
        table.comment('What came of refresh tokens within the last seconds');
        table.string('id').primary();
        table.text('sealed').comment('Null while it is under way');
        table.bigInteger('expires_at').notNullable();
      });
    },
    async down(knex) {
      for (const table of [
        'access_refreshes',
        'access_people',
        'access_session_tokens',
        'access_browsers',
        'access_revocations',
      ]) {
        await knex.schema.dropTable(table);
      }
    },
  },
};
