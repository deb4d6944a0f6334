import type { DatabaseName } from '../harness/databases';
import { userNames } from './callers';

/**
 * Who asks the corpus in the full run. Conditions are judged in the index in memory, which a database only fills, so that on the second one a few
 * callers do; the random questions have every rule on both.
 */
export function callersOn(database: DatabaseName): string[] {
  const users = database === 'SQLite' ? userNames : ['owner', 'nested'];
  return [...users, 'service', 'nobody'];
}
