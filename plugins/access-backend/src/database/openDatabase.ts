import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migrationSource } from './migrations';

/** The plugin's database, with its tables. */
export async function openDatabase(options: {
  database: DatabaseService;
}): Promise<Knex> {
  const { database } = options;
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ migrationSource });
  }
  return knex;
}
