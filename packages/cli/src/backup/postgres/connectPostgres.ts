import type { Config } from '@backstage/config';
import { Client, type ClientConfig } from 'pg';
import { refuse } from '../refuse';

const KEY = 'backend.database';
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Runs `work` with a connection to the portal's database, as the portal would open it, and closes it.
 * Throws a `ProblemsError` when the database cannot be reached or is divided in a way that is not supported.
 */
export async function withPostgres<T>(options: {
  config: Config;
  work: (client: Client) => Promise<T>;
}): Promise<T> {
  const { config, work } = options;
  const client = new Client({
    ...connectionOf(config),
    application_name: 'callboard_backup',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A connection that breaks rejects the query that runs; without a listener it would end the process too.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw refuse({
      problem: 'the PostgreSQL database cannot be reached',
      where: `${KEY}.connection`,
      cause: (error as Error).message,
      remedy:
        'check host, port, user, password and database of the connection, and that the server accepts connections from here',
    });
  }
  try {
    const role = config.getOptionalString(`${KEY}.role`);
    if (role) {
      await client.query(`SET ROLE ${client.escapeIdentifier(role)}`);
    }
    await client.query('SET statement_timeout = 0');
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function connectionOf(config: Config): ClientConfig {
  const mode = config.getOptionalString(`${KEY}.pluginDivisionMode`);
  if (mode !== 'schema') {
    throw refuse({
      problem:
        'a backup of a portal with one PostgreSQL database per plugin is not supported',
      where: `${KEY}.pluginDivisionMode`,
      remedy:
        'back up each database with pg_dump and the data directory as files, or move to one schema per plugin (docs/deployment-guide.md tells how)',
    });
  }
  const connection = config.get<string | (ClientConfig & { type?: string })>(
    `${KEY}.connection`,
  );
  if (typeof connection === 'string') {
    return { connectionString: connection };
  }
  const { type, ...client } = connection;
  if (type && type !== 'default') {
    throw refuse({
      problem: `a backup over a connection of the type ${type} is not supported`,
      where: `${KEY}.connection.type`,
      remedy:
        'use the snapshots of your database provider, or give --config a file with a connection by user and password',
    });
  }
  return client;
}
