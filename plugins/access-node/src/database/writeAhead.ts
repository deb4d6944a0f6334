import type { Knex } from 'knex';

/**
 * Has SQLite write ahead: a commit then waits for the disk once instead of four times, and readers do not wait for writers. As durable as
 * before, which SQLite as it is built here would not be by itself. Other databases, and those in memory, are left as they are.
 */
export async function writeAhead(options: { knex: Knex }): Promise<void> {
  const { knex } = options;
  if (!String(knex.client.config.client).includes('sqlite')) return;
  await knex.raw('PRAGMA journal_mode = WAL');
  // For the connection; knex keeps one for a file.
  await knex.raw('PRAGMA synchronous = FULL');
}
