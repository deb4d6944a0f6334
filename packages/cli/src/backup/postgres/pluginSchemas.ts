import type { Config } from '@backstage/config';
import type { Client } from 'pg';

/** Backstage's migrations are recorded in tables with names that end in this. */
const MIGRATIONS = '%knex\\_migrations';
/** What an earlier restore put aside. */
const PUT_ASIDE = /_before_restore_\d{8}t\d{6}z$/;

/** The schemas of a database that belong to the portal's plugins, and the others. Sorted. */
export interface PluginSchemas {
  plugins: string[];
  others: string[];
}

/**
 * Tells the schemas of plugins from those of other programs that share the database: a plugin's name begins with the configured
 * `schemaPrefix`, and it holds migrations of Backstage's kind.
 */
export async function pluginSchemas(options: {
  client: Client;
  config: Config;
}): Promise<PluginSchemas> {
  const prefix =
    options.config.getOptionalString('backend.database.schemaPrefix') ?? '';
  const { rows } = await options.client.query<{
    name: string;
    migrated: boolean;
  }>(
    `SELECT n.nspname AS name,
            EXISTS (SELECT FROM pg_class c
                    WHERE c.relnamespace = n.oid AND c.relkind = 'r' AND c.relname LIKE $1) AS migrated
     FROM pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
     ORDER BY n.nspname`,
    [MIGRATIONS],
  );
  const current = rows.filter(({ name }) => !PUT_ASIDE.test(name));
  const isPlugins = ({ name, migrated }: { name: string; migrated: boolean }) =>
    migrated && name.startsWith(prefix);
  return {
    plugins: current.filter(isPlugins).map(({ name }) => name),
    others: current.filter(row => !isPlugins(row)).map(({ name }) => name),
  };
}
