// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import knexFactory, { type Knex } from 'knex';

/** Empty databases of one kind. */
export interface Databases {
  create(): Promise<Knex>;
  stop(): Promise<void>;
}

/** Each kind that the portal runs on. */
export const DATABASES: [string, () => Promise<Databases>][] = [
  ['SQLite', startSqlite],
  ['PostgreSQL', startPostgresql],
];

async function startSqlite(): Promise<Databases> {
  const opened: Knex[] = [];
  return {
    async create() {
      const knex = knexFactory({
        client: 'better-sqlite3',
        connection: ':memory:',
        useNullAsDefault: true,
      });
      opened.push(knex);
      return knex;
    },
    async stop() {
      await Promise.all(opened.map(knex => knex.destroy()));
    },
  };
}

async function startPostgresql(): Promise<Databases> {
  const postgres = await startPostgres();
  const opened: Knex[] = [];
  return {
    async create() {
      const connection = await postgres.createDatabase(
        `people_${opened.length}`,
      );
      const knex = knexFactory({ client: 'pg', connection });
      opened.push(knex);
      return knex;
    },
    async stop() {
      await Promise.all(opened.map(knex => knex.destroy()));
      await postgres.stop();
    },
  };
}
