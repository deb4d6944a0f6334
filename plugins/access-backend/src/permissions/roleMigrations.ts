import type { Knex } from 'knex';

/** The tables of roles. */
export const roleMigrations: Record<string, Knex.Migration> = {
  '20261126_roles_members': {
    async up(knex) {
      await knex.schema.createTable('role_members', table => {
        table.comment(
          'Roles given on the screen; those of the configuration are not here',
        );
        table.string('role', 63).notNullable();
        table
          .string('member', 500)
          .notNullable()
          .comment('Full reference, lower case');
        table.string('assigned_by', 500).notNullable();
        table.string('assigned_at', 30).notNullable().comment('ISO 8601');
        table.primary(['role', 'member']);
      });
    },
    async down(knex) {
      await knex.schema.dropTable('role_members');
    },
  },
};
