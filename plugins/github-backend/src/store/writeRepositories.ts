import type { Knex } from 'knex';
import { chunked } from './chunked';
import { groupBy } from './groupBy';
import type { WrittenRepository } from './RepositoryStore';
import type { FileRow, RepositoryRow } from './rows';
import { toRows } from './toRows';

/** See `RepositoryStore.write`: one transaction. */
export async function writeRepositories(options: {
  knex: Knex;
  changes: WrittenRepository[];
}): Promise<void> {
  const { knex } = options;
  // In one order everywhere, so that no two transactions wait for each other.
  const changes = [...options.changes].sort((a, b) =>
    a.repository.id < b.repository.id ? -1 : 1,
  );
  for (const chunk of chunked(changes, 100)) {
    await knex.transaction(async tx => {
      const rows = chunk.map(toRows);
      const taken = await upsertLatest({
        tx,
        rows: rows.map(({ row }) => row),
      });
      await replaceFiles({
        tx,
        written: rows.filter(({ row }) => taken.has(keyOf(row))),
      });
    });
  }
}

/**
 * Writes repositories but those that have been seen later; which it has written. One statement, and it has their rows to itself from then
 * on: with a look before it, two replicas would both find theirs the latest.
 */
async function upsertLatest(options: {
  tx: Knex;
  rows: RepositoryRow[];
}): Promise<Set<string>> {
  const { tx, rows } = options;
  const taken: RepositoryRow[] = await tx('github_repositories')
    .insert(rows as any[])
    .onConflict(['host', 'repository_id'])
    .merge()
    .whereRaw('github_repositories.seen_at <= excluded.seen_at')
    .returning(['host', 'repository_id']);
  return new Set(taken.map(keyOf));
}

async function replaceFiles(options: {
  tx: Knex;
  written: { row: RepositoryRow; files: FileRow[] }[];
}) {
  const { tx, written } = options;
  const kept = new Set(written.flatMap(({ files }) => files.map(fileKey)));
  const byHost = groupBy(written, ({ row }) => row.host);
  for (const [host, ofHost] of byHost) {
    const stored: FileRow[] = await tx('github_files')
      .where({ host })
      .whereIn(
        'repository_id',
        ofHost.map(({ row }) => row.repository_id),
      )
      .select('host', 'repository_id', 'ref', 'path');
    for (const { repository_id, ref, path } of stored.filter(
      file => !kept.has(fileKey(file)),
    )) {
      await tx('github_files')
        .where({ host, repository_id, ref, path })
        .delete();
    }
  }
  const files = written.flatMap(each => each.files);
  // Two statements, since a row without a text keeps the one that is stored, unless the file is not there any more.
  const keepsText = (file: FileRow) =>
    file.text === undefined && file.state === 'present';
  for (const rows of [
    files.filter(keepsText),
    files
      .filter(file => !keepsText(file))
      .map(file => ({ ...file, text: file.text ?? null })),
  ]) {
    await upsert({
      tx,
      table: 'github_files',
      keys: ['host', 'repository_id', 'ref', 'path'],
      rows,
    });
  }
}

async function upsert(options: {
  tx: Knex;
  table: string;
  keys: string[];
  rows: object[];
}) {
  const { tx, table, keys, rows } = options;
  for (const chunk of chunked(rows, 100)) {
    await tx(table)
      .insert(chunk as any[])
      .onConflict(keys)
      .merge();
  }
}

function keyOf(row: { host: string; repository_id: string }) {
  return `${row.host}\0${row.repository_id}`;
}

function fileKey(file: FileRow) {
  return [file.host, file.repository_id, file.ref, file.path].join('\0');
}
