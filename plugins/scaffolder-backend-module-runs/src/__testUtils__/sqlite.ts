import knexFactory, { type Knex } from 'knex';

/** An empty SQLite database, in memory or in a file. */
export function openSqlite(file = ':memory:'): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: file,
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(connection: any, done: any) {
        connection.pragma('foreign_keys = ON');
        done(null, connection);
      },
    },
  });
}
