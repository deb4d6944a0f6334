import type { Knex } from 'knex';
import { dialectOf } from './dialect';

/**
 * SQL for the database's own time in milliseconds since the epoch. Schedules and leases use it, so that replicas whose clocks
 * disagree agree about them. It is the time of the statement: PostgreSQL can then look it up in an index.
 */
export function databaseTimeMs(knex: Knex): string {
  return dialectOf(knex) === 'postgres'
    ? `floor(extract(epoch from statement_timestamp()) * 1000)::bigint`
    : `cast(unixepoch('subsec') * 1000 as integer)`;
}
