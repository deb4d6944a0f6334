import type { DatabaseName } from '../harness/databases';

/**
 * How many questions each of 25 random catalogs is asked in the full run. Answers come from the index in memory, which a database only fills, so
 * that the second one needs fewer: 10,000 on SQLite, 2,500 on PostgreSQL.
 */
export function questionsOn(database: DatabaseName): number {
  return database === 'SQLite' ? 400 : 100;
}
