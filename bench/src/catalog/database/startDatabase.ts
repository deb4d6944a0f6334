// The command is an application without entry points; its tests start PostgreSQL the same way.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import type { JsonObject } from '@backstage/types';
import { Client } from 'pg';
import type { CatalogServer } from '../server/startCatalogServer';

/** Where both catalogs of a run are stored. */
export interface BenchDatabase {
  /** `backend.database` of a server. */
  configOf(name: string): JsonObject;
  /** Rows that were inserted, changed or deleted in the catalog of a server since it was made. */
  countWrittenRows(name: string, server: CatalogServer): Promise<number>;
  stop(): Promise<void>;
}

/** PostgreSQL reports what was written about a second later. */
const STATISTICS_DELAY_MS = 2_000;

/**
 * Without this, PostgreSQL plans the checks of foreign keys once, while the tables are empty, and then reads the whole of `refresh_state` for
 * each of the 100,000 references that the stock catalog inserts in its first transaction. That is an accident of a fresh database, which
 * costs stock a quarter of an hour and a second mutation nothing; so it is kept out of the comparison.
 */
const SETTINGS = { plan_cache_mode: 'force_custom_plan' };

/** One PostgreSQL server for both, or a folder of SQLite files each. */
export async function startDatabase(options: {
  kind: 'sqlite' | 'postgres';
  folder: string;
}): Promise<BenchDatabase> {
  const { kind, folder } = options;
  if (kind === 'sqlite') {
    return {
      configOf: name => ({
        client: 'better-sqlite3',
        connection: { directory: `${folder}/${name}` },
      }),
      countWrittenRows: (_, server) => server.countWrittenRows(),
      stop: async () => {},
    };
  }
  const postgres = await startPostgres({
    durable: true,
    settings: SETTINGS,
  });
  const { host, port, user, password } = postgres;
  return {
    configOf: name => ({
      client: 'pg',
      connection: { host, port, user, password },
      prefix: `bench_${name}_`,
    }),
    async countWrittenRows(name) {
      await new Promise(resolve => setTimeout(resolve, STATISTICS_DELAY_MS));
      const database = `bench_${name}_catalog`;
      const client = new Client({ host, port, user, password, database });
      await client.connect();
      const { rows } = await client.query(
        // The heartbeats of leases and of scheduled tasks go on whatever the catalog does.
        `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) AS rows FROM pg_stat_user_tables
         WHERE relname <> 'engine_leases' AND relname NOT LIKE 'backstage_backend_tasks%'`,
      );
      await client.end();
      return Number(rows[0].rows);
    },
    stop: () => postgres.stop(),
  };
}
