import type { Knex } from 'knex';

/** For `modify`: nobody else changes the rows that are selected before the transaction ends. SQLite has one that writes at a time anyway. */
export function lockRows(query: Knex.QueryBuilder): void {
  if (query.client.config.client === 'pg') {
    query.forUpdate();
  }
}
