import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { writeAhead } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { migrationSource } from './migrations';

/**
 * The database of the scaffolder, with stock's tables as stock makes them, and beside them ours. Stock's list of migrations knows nothing of
 * ours, so a backend without this module goes on with the same database.
 */
export async function openRunDatabase(options: {
  database: DatabaseService;
}): Promise<Knex> {
  const { database } = options;
  const knex = await database.getClient();
  await writeAhead({ knex });
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@backstage/plugin-scaffolder-backend',
        'migrations',
      ),
    });
    await knex.migrate.latest({
      migrationSource,
      tableName: 'runs_migrations',
    });
  }
  return knex;
}
