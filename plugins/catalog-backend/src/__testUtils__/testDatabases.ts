// The command is an application, so it has no entry points; this server is only for tests.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import {
  startPostgres,
  type TestPostgres,
} from '@callboard/cli/src/testing/startPostgres';
import knexFactory, { type Knex } from 'knex';

/** Databases of one kind for a test file. */
export type TestDatabases = {
  /** An empty database. `through` replaces host and port, for a proxy in between. */
  create(through?: { host: string; port: number }): Promise<Knex>;
  /** Another connection to a database that `create` made. */
  connect(knex: Knex): Promise<Knex>;
  /** The server, where there is one. */
  postgres?: TestPostgres;
  stop(): Promise<void>;
};

/** Each test of a suite that holds for both runs on both. */
export const DATABASES = [
  ['SQLite', startSqliteDatabases],
  ['PostgreSQL', startPostgresDatabases],
] as const;

export async function startSqliteDatabases(): Promise<TestDatabases> {
  const opened: Knex[] = [];
  return {
    async create() {
      const knex = knexFactory({
        client: 'better-sqlite3',
        connection: ':memory:',
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
      opened.push(knex);
      return knex;
    },
    async connect() {
      throw new Error('A SQLite database belongs to one process');
    },
    async stop() {
      await Promise.all(opened.map(knex => knex.destroy()));
    },
  };
}

export async function startPostgresDatabases(): Promise<TestDatabases> {
  const postgres = await startPostgres();
  const opened: Knex[] = [];
  let count = 0;
  const connections = new Map<Knex, object>();
  const open = (connection: object) => {
    const knex = knexFactory({
      client: 'pg',
      connection,
      acquireConnectionTimeout: 2_000,
      pool: { min: 0, max: 10 },
    });
    opened.push(knex);
    connections.set(knex, connection);
    return knex;
  };
  return {
    postgres,
    async create(through) {
      const connection = await postgres.createDatabase(`test_${++count}`);
      return open({ ...connection, ...through });
    },
    async connect(knex) {
      return open(connections.get(knex)!);
    },
    async stop() {
      await Promise.all(opened.map(knex => knex.destroy()));
      await postgres.stop();
    },
  };
}
