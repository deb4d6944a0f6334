import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import type { JsonObject } from '@backstage/types';

/** The databases that the suite runs on. */
export type DatabaseName = 'SQLite' | 'PostgreSQL';

export const allDatabases: DatabaseName[] = ['SQLite', 'PostgreSQL'];

/** Hands out empty databases. */
export interface Databases {
  /** `backend.database` of a backend with a database of its own. */
  create(): JsonObject;
  stop(): Promise<void>;
}

/** SQLite in memory, or one PostgreSQL server whose databases sort text by code point, as the engine does. */
export async function startDatabases(name: DatabaseName): Promise<Databases> {
  if (name === 'SQLite') {
    return {
      create: () => ({ client: 'better-sqlite3', connection: ':memory:' }),
      async stop() {},
    };
  }
  const server = await startPostgres();
  const { host, port, user, password } = server;
  let count = 0;
  return {
    create() {
      count += 1;
      return {
        client: 'pg',
        prefix: `conformance_${count}_`,
        connection: { host, port, user, password },
      };
    },
    stop: () => server.stop(),
  };
}
