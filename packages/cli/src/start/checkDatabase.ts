import type { Config } from '@backstage/config';
import type { ClientConfig } from 'pg';
import type { Problem } from '../problems/Problem';

const KEY = 'backend.database.connection';
const CONNECT_TIMEOUT_MS = 5_000;

/** Whether PostgreSQL answers, where that is the database. Connections of cloud vendors are left to Backstage. */
export async function checkDatabase(options: {
  config: Config;
}): Promise<Problem[]> {
  const { config } = options;
  if (config.getOptionalString('backend.database.client') !== 'pg') {
    return [];
  }
  const connection = config.getOptional<ClientConfig & { type?: string }>(KEY);
  if (
    connection &&
    typeof connection === 'object' &&
    (connection.type ?? 'default') !== 'default'
  ) {
    return [];
  }
  const { Client } = await import('pg');
  const client = new Client({
    ...(typeof connection === 'string'
      ? { connectionString: connection }
      : connection),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A connection that breaks later is reported by the query that needs it.
  client.on('error', () => {});
  try {
    await client.connect();
    return [];
  } catch (error) {
    return [
      {
        code: 'database',
        problem: 'PostgreSQL cannot be reached with the configured connection',
        where: `${KEY} (${client.user ?? 'no user'} at ${client.host}:${
          client.port
        }, database ${client.database ?? 'none'})`,
        cause: causeOf(error),
        remedy:
          'check host, port, user, password and TLS of the connection, and that the server is running',
      },
    ];
  } finally {
    await client.end().catch(() => {});
  }
}

/** Node gathers the failures of several addresses into one error without a message. */
function causeOf(error: unknown): string {
  if (error instanceof AggregateError) {
    return [...new Set(error.errors.map(causeOf))].join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
