import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migrationSource } from './migrations';

/**
 * Brings the database up to date: first the stock catalog's own tables by its own migrations, since the engine lives in them,
 * then the engine's few beside them, which are counted in a table of their own that the stock catalog does not look at.
 */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@backstage/plugin-catalog-backend',
      'migrations',
    ),
  });
  await knex.migrate.latest({
    migrationSource,
    tableName: 'engine_migrations',
  });
}
