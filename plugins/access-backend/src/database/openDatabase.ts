import type { DatabaseService } from '@backstage/backend-plugin-api';
import { writeAhead } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { migrationSource } from './migrations';

/** The plugin's database, with its tables. */
export async function openDatabase(options: {
  database: DatabaseService;
}): Promise<Knex> {
  const { database } = options;
  const knex = await database.getClient();
  await writeAhead({ knex });
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ migrationSource });
  }
  return knex;
}
