import type { Knex } from 'knex';
import { DateTime } from 'luxon';

/** Whether the database is SQLite, and so has one process. */
export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}

/** An instant `seconds` before the database's own now. */
export function secondsAgo(options: { knex: Knex; seconds: number }): Knex.Raw {
  const { knex, seconds } = options;
  return isSqlite(knex)
    ? knex.raw(`datetime('now', ?)`, [`-${seconds} seconds`])
    : knex.raw(`now() - (? * interval '1 second')`, [seconds]);
}

/** What the database gives for an instant, as ISO 8601. */
export function toIso(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  const parsed = DateTime.fromSQL(String(value), { zone: 'UTC' });
  if (!parsed.isValid) {
    throw new Error(
      `The database holds '${value}' where an instant should be: ${parsed.invalidExplanation}`,
    );
  }
  return parsed.toISO()!;
}
