import { lowerKey } from './lowerKey';
import type { KnownFile, KnownRepository } from './MirrorView';
import type { WrittenRepository } from './RepositoryStore';
import type { FileRow, RepositoryRow } from './rows';
import { targetKeyOf } from './targetKeyOf';

/** Rows of a repository, `pending` until the catalog has been told. A file without its text keeps that which is stored. */
export function toRows(options: WrittenRepository): {
  row: RepositoryRow;
  files: FileRow[];
} {
  const { repository, matched, contentHash } = options;
  const { host, id, databaseId, seenAt, files, entityRefs, ...data } =
    repository;
  return {
    row: {
      host,
      repository_id: id,
      database_id: databaseId,
      owner_key: lowerKey(repository.owner),
      name_key: lowerKey(repository.name),
      data: JSON.stringify(data),
      matched: JSON.stringify(matched),
      content_hash: contentHash,
      seen_at: seenAt,
      pending: 1,
    },
    files: files.map(file => toFileRow({ repository, file })),
  };
}

function toFileRow(options: {
  repository: KnownRepository;
  file: KnownFile;
}): FileRow {
  const { repository, file } = options;
  return {
    host: repository.host,
    repository_id: repository.id,
    ref: file.ref,
    path: file.path,
    target_key: targetKeyOf({
      host: repository.host,
      owner: repository.owner,
      name: repository.name,
      branch:
        file.ref === 'HEAD' ? repository.defaultBranch ?? 'HEAD' : file.ref,
      path: file.path,
    }),
    state: file.state,
    oid: file.oid ?? null,
    ...(file.text !== undefined && { text: file.text }),
    commit_oid: file.commit ?? null,
    seen_at: file.seenAt,
    lag_ms: file.lagMs ?? null,
  };
}
