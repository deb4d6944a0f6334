import type { Knex } from 'knex';

/**
 * The database's own time in milliseconds since the epoch, as SQL. Leases are measured by it, so that replicas whose clocks differ agree on
 * when they end.
 */
export function databaseTime(knex: Knex, plusMs = 0): Knex.Raw {
  const isPostgres = knex.client.config.client === 'pg';
  return isPostgres
    ? knex.raw(
        'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) + CAST(? AS BIGINT)',
        [plusMs],
      )
    : knex.raw(
        "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) + ?",
        [plusMs],
      );
}

/** The time by which replicas compare when they saw something. SQLite has it from this machine, so that no statement is needed. */
export async function readDatabaseTime(options: {
  knex: Knex;
  now: () => Date;
}): Promise<Date> {
  const { knex, now } = options;
  if (knex.client.config.client !== 'pg') {
    return now();
  }
  const [row] = await knex.select({ ms: databaseTime(knex) });
  return new Date(Number(row.ms));
}
