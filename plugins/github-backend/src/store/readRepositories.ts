import type { Knex } from 'knex';
import { chunked } from './chunked';
import { fromRows } from './fromRows';
import { groupBy } from './groupBy';
import {
  FILE_COLUMNS,
  type FileRow,
  type GivenRow,
  type RepositoryRow,
} from './rows';
import type { StoredRepository } from './StoredRepository';

/** Repositories by node id, with their files and what was given for them: three statements for each 200. */
export async function readRepositories(options: {
  knex: Knex;
  host: string;
  ids: string[];
  withTexts?: boolean;
}): Promise<Map<string, StoredRepository>> {
  const { knex, host, ids, withTexts = false } = options;
  const found = new Map<string, StoredRepository>();
  for (const chunk of chunked([...new Set(ids)])) {
    const ofChunk = <T extends {}>(table: string) =>
      knex<any, T[]>(table).where({ host }).whereIn('repository_id', chunk);
    const [rows, files, given] = await Promise.all([
      ofChunk<RepositoryRow>('github_repositories').select('*'),
      ofChunk<FileRow>('github_files').select(
        withTexts ? ['*'] : [...FILE_COLUMNS],
      ),
      ofChunk<GivenRow>('github_given').select('*'),
    ]);
    const filesOf = groupBy(files as FileRow[], row => row.repository_id);
    const givenOf = groupBy(given as GivenRow[], row => row.repository_id);
    for (const row of rows as RepositoryRow[]) {
      found.set(
        row.repository_id,
        fromRows({
          row,
          files: filesOf.get(row.repository_id) ?? [],
          given: givenOf.get(row.repository_id) ?? [],
        }),
      );
    }
  }
  return found;
}
