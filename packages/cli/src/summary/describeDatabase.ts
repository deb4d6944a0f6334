import type { Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';

/** Where the portal keeps its data, without credentials. */
export function describeDatabase(config: Config): string {
  const client = config.getOptionalString('backend.database.client');
  const connection = config.getOptional('backend.database.connection');
  if (client !== 'pg') {
    const directory = (connection as JsonObject | undefined)?.directory;
    return directory ? `SQLite in ${directory}` : 'SQLite in memory';
  }
  if (typeof connection === 'string') {
    return URL.canParse(connection)
      ? `PostgreSQL at ${new URL(connection).host}`
      : 'PostgreSQL';
  }
  const {
    host = 'localhost',
    port,
    database,
    ssl,
  } = (connection ?? {}) as JsonObject;
  return `PostgreSQL at ${host}${port ? `:${port}` : ''}${
    database ? `, database ${database}` : ''
  }${ssl ? ', over TLS' : ''}`;
}
