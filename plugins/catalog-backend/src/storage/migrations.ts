import type { Knex } from 'knex';

const MIGRATIONS: Record<string, Knex.Migration> = {
  '20261125_engine': {
    async up(knex) {
      await knex.schema.createTable('engine_clock', table => {
        table.comment('One row. Whoever updates it holds the commit lock');
        table.integer('id').primary();
        table
          .bigInteger('seq')
          .notNullable()
          .comment('The number of the newest commit');
      });
      await knex('engine_clock').insert({ id: 1, seq: 0 });

      await knex.schema.createTable('engine_changes', table => {
        table.comment('The change feed: what each commit touched');
        table.bigInteger('seq').primary();
        table.bigInteger('committed_at').notNullable().comment('Epoch, ms');
        table
          .text('changes')
          .notNullable()
          .comment('JSON: { changed: entity ids, removed: entity ids }');
      });

      await knex.schema.createTable('engine_entities', table => {
        table.comment('What the engine keeps of each row of refresh_state');
        table
          .string('entity_id')
          .primary()
          .references('entity_id')
          .inTable('refresh_state')
          .onDelete('CASCADE');
        table
          .text('relations')
          .notNullable()
          .comment(
            'The relations that it emits: a flat JSON array of source (empty for itself), type, target',
          );
        table
          .bigInteger('due_at')
          .notNullable()
          .comment('When it is to be processed next; epoch, ms');
        table
          .integer('attempts')
          .notNullable()
          .comment('Failures in a row; 0 after a success');
        table.index(['due_at'], 'engine_entities_due_at_idx');
      });

      await knex.schema.createTable('engine_leases', table => {
        table.comment('Who does what only one replica may do');
        table.string('name').primary();
        table.string('holder').notNullable();
        table.bigInteger('expires_at').notNullable().comment('Epoch, ms');
      });

      await knex.schema.createTable('engine_snapshots', table => {
        table.comment('The index as of a commit, to start from');
        table.bigInteger('seq').notNullable();
        table.integer('part').notNullable();
        table.integer('parts').notNullable();
        table.binary('data').notNullable();
        table.primary(['seq', 'part']);
      });
    },
    async down(knex) {
      for (const table of [
        'engine_snapshots',
        'engine_leases',
        'engine_entities',
        'engine_changes',
        'engine_clock',
      ]) {
        await knex.schema.dropTable(table);
      }
    },
  },
};

/** In the code rather than in files, so that a bundled backend finds them. */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS),
  getMigrationName: name => name,
  getMigration: async name => MIGRATIONS[name],
};
