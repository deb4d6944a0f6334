import type { KnownFile } from './MirrorView';
import type { FileRow, GivenRow, RepositoryRow } from './rows';
import type { StoredRepository } from './StoredRepository';

/** A repository from its rows. */
export function fromRows(options: {
  row: RepositoryRow;
  files: FileRow[];
  given: GivenRow[];
}): StoredRepository {
  const { row, files, given } = options;
  return {
    repository: {
      ...JSON.parse(row.data),
      host: row.host,
      id: row.repository_id,
      databaseId: Number(row.database_id),
      seenAt: row.seen_at,
      files: files.map(fileFrom),
      entityRefs: given.map(entity => entity.entity_ref),
    },
    matched: JSON.parse(row.matched),
    contentHash: row.content_hash,
    pending: row.pending !== 0,
    given: given.map(entity => ({
      provider: entity.provider,
      entityRef: entity.entity_ref,
      ...(entity.location_key !== null && {
        locationKey: entity.location_key,
      }),
      hash: entity.hash,
      ...(entity.stamp !== null && { stamp: JSON.parse(entity.stamp) }),
    })),
  };
}

/** A file from its row; without text where the row was read without. */
export function fileFrom(row: FileRow): KnownFile {
  return {
    ref: row.ref,
    path: row.path,
    state: row.state as KnownFile['state'],
    seenAt: row.seen_at,
    ...(row.oid !== null && { oid: row.oid }),
    ...(typeof row.text === 'string' && { text: row.text }),
    ...(row.commit_oid !== null && { commit: row.commit_oid }),
    ...(row.lag_ms !== null && { lagMs: Number(row.lag_ms) }),
  };
}
