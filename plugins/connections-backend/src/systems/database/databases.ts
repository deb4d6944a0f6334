import type { FindSystems } from '../System';
import { probePostgres } from './probePostgres';
import { probeSqlite } from './probeSqlite';

const KEY = 'backend.database';

/** The portal's database. */
export const databases: FindSystems = ({ config }) => {
  const client = config.getOptionalString(`${KEY}.client`);
  const connection = config.getOptional<string | Record<string, unknown>>(
    `${KEY}.connection`,
  );
  const configKey = `${KEY}.connection`;
  if (client === 'better-sqlite3') {
    const directory =
      typeof connection === 'object' && typeof connection.directory === 'string'
        ? connection.directory
        : undefined;
    return [
      {
        id: 'database',
        kind: 'database',
        title: 'The database (SQLite)',
        target: directory ?? 'memory',
        configKey,
        credential: { type: 'none' },
        probe: async () =>
          directory
            ? probeSqlite({ directory })
            : {
                status: 'warn',
                detail: 'It is in memory: with the process everything is gone.',
                remedy: `Name a directory in ${configKey}.directory, or use the preset postgres.`,
              },
      },
    ];
  }
  if (client !== 'pg') return [];
  const isCloud =
    typeof connection === 'object' &&
    (connection.type ?? 'default') !== 'default';
  return [
    {
      id: 'database',
      kind: 'database',
      title: 'The database (PostgreSQL)',
      target: addressOf(connection),
      configKey,
      credential: {
        type: isCloud ? `of the cloud (${connection.type})` : 'password',
      },
      probe: async ({ signal }) =>
        isCloud
          ? {
              detail: `The connection is made by way of the cloud (${connection.type}), and is not tested from here.`,
            }
          : probePostgres({ connection: connection ?? {}, configKey, signal }),
    },
  ];
};

function addressOf(
  connection: string | Record<string, unknown> | undefined,
): string {
  if (typeof connection === 'string') {
    return URL.canParse(connection)
      ? `postgres://${new URL(connection).host}${new URL(connection).pathname}`
      : 'postgres';
  }
  const { host = 'localhost', port = 5432, database = '' } = connection ?? {};
  return `postgres://${host}:${port}/${database}`;
}
