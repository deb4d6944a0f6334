import type { Knex } from 'knex';

/**
 * The time by which rows expire, in milliseconds since 1970: that of the database where replicas share one, since their own clocks may differ. SQLite is
 * in the process and has no other clock than that.
 */
export async function databaseTime(options: {
  knex: Knex;
  now(): Date;
}): Promise<number> {
  const { knex, now } = options;
  if (knex.client.config.client !== 'pg') return now().getTime();
  const { rows } = await knex.raw('select ? as ms', [databaseNow(options)]);
  return Number(rows[0].ms);
}

/** The same as a part of a statement, which spares one of its own. */
export function databaseNow(options: { knex: Knex; now(): Date }): Knex.Raw {
  const { knex, now } = options;
  return knex.client.config.client === 'pg'
    ? knex.raw('floor(extract(epoch from clock_timestamp()) * 1000)::bigint')
    : knex.raw(String(now().getTime()));
}
