import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '@backstage/config';
import createKnex, { type Knex } from 'knex';

const KEY = 'backend.database';
const CONNECT_TIMEOUT_MS = 5_000;
/** What goes wrong is told by what is thrown. Knex would print it to stdout as well, in the midst of a command's JSON. */
const SILENT = { warn() {}, error() {}, deprecate() {}, debug() {} };

/**
 * The database of a plugin as a portal with this configuration has left it, for looking: nothing is made and nothing is written. Undefined
 * where there is none yet, or where it lies at a place that only the portal knows (in memory, a cloud vendor's connection, one of its own).
 * Call `destroy()` on it in the end.
 */
export function openForReading(options: {
  config: Config;
  pluginId: string;
}): Knex | undefined {
  const { config, pluginId } = options;
  const own = config.getOptionalConfig(`${KEY}.plugin.${pluginId}`);
  if (own?.has('client') || own?.has('connection')) return undefined;
  switch (config.getOptionalString(`${KEY}.client`)) {
    case 'better-sqlite3':
      return openSqlite(options);
    case 'pg':
      return openPostgres(options);
    default:
      return undefined;
  }
}

function openSqlite(options: { config: Config; pluginId: string }) {
  const { config, pluginId } = options;
  const connection = config.getOptional<string | { directory?: string }>(
    `${KEY}.connection`,
  );
  const directory =
    typeof connection === 'object' ? connection.directory : undefined;
  const filename = directory && path.join(directory, `${pluginId}.sqlite`);
  if (!filename || !fs.existsSync(filename)) return undefined;
  return createKnex({
    client: 'better-sqlite3',
    connection: {
      filename,
      options: { readonly: true },
    } as Knex.Sqlite3ConnectionConfig,
    useNullAsDefault: true,
    log: SILENT,
  });
}

function openPostgres(options: { config: Config; pluginId: string }) {
  const { config, pluginId } = options;
  const connection = config.getOptional<
    string | (Knex.PgConnectionConfig & { type?: string })
  >(`${KEY}.connection`);
  if (
    typeof connection === 'object' &&
    (connection.type ?? 'default') !== 'default'
  ) {
    return undefined;
  }
  const hasSchemas =
    config.getOptionalString(`${KEY}.pluginDivisionMode`) === 'schema';
  const prefix =
    config.getOptionalString(`${KEY}.prefix`) ?? 'backstage_plugin_';
  // A text cannot be given another database without taking it apart.
  if (!hasSchemas && typeof connection !== 'object') return undefined;
  return createKnex({
    client: 'pg',
    connection: {
      ...(typeof connection === 'object'
        ? connection
        : { connectionString: connection }),
      ...(!hasSchemas && { database: `${prefix}${pluginId}` }),
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: CONNECT_TIMEOUT_MS,
    } as Knex.PgConnectionConfig,
    ...(hasSchemas && { searchPath: [pluginId] }),
    log: SILENT,
    pool: { min: 0, max: 1 },
    acquireConnectionTimeout: CONNECT_TIMEOUT_MS,
  });
}
