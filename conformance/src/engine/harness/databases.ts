import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import type { JsonObject } from '@backstage/types';

/** The databases that the suite runs on. */
export type DatabaseName = 'SQLite' | 'PostgreSQL';

export const allDatabases: DatabaseName[] = ['SQLite', 'PostgreSQL'];

/** Hands out empty databases. */
export interface Databases {
  /** `backend.database` of a backend with a database of its own, which is gone when the backend stops. */
  create(): JsonObject;
  /** The same, but the database stays, so that another backend can go on with it. */
  createLasting(): Promise<JsonObject>;
  stop(): Promise<void>;
}

/** SQLite in memory, or one PostgreSQL server whose databases sort text by code point, as the engine does. */
export async function startDatabases(name: DatabaseName): Promise<Databases> {
  if (name === 'SQLite') {
    const folder = await mkdtemp(join(tmpdir(), 'callboard-conformance-'));
    return {
      create: () => ({ client: 'better-sqlite3', connection: ':memory:' }),
      createLasting: async () => ({
        client: 'better-sqlite3',
        connection: { directory: await mkdtemp(join(folder, 'database-')) },
      }),
      stop: () => rm(folder, { recursive: true, force: true }),
    };
  }
  const server = await startPostgres();
  const { host, port, user, password } = server;
  let count = 0;
  const create = () => {
    count += 1;
    return {
      client: 'pg',
      prefix: `conformance_${count}_`,
      connection: { host, port, user, password },
    };
  };
  return {
    create,
    createLasting: async () => create(),
    stop: () => server.stop(),
  };
}
