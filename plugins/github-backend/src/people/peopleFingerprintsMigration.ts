import type { Knex } from 'knex';

/** What the looks at repositories tell of people on the way; an entry of the plugin's one list of migrations. */
export const peopleFingerprintsMigration = {
  name: '20261127_people_fingerprints',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('people_fingerprints', table => {
      table.comment('Whether people and teams may have changed');
      table.string('host').notNullable();
      table.string('organisation').notNullable().comment('Lower case');
      table.string('fingerprint').comment('The last that could be told');
      table
        .bigInteger('told_at')
        .comment('When it was asked for; epoch, ms; null: not the last time');
      table.bigInteger('good_until').comment('Epoch, ms; null: not known');
      table
        .string('read_as')
        .comment('Hash of the fingerprint and settings of the last read');
      table.primary(['host', 'organisation']);
    });
  },
  async down(knex: Knex): Promise<void> {
    await knex.schema.dropTable('people_fingerprints');
  },
};
