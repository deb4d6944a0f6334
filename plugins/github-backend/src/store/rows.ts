/** A row of `github_repositories`. */
export interface RepositoryRow {
  host: string;
  repository_id: string;
  database_id: number | string;
  owner_key: string;
  name_key: string;
  data: string;
  matched: string;
  content_hash: string;
  seen_at: string;
  pending: number;
}

/** A row of `github_files`. */
export interface FileRow {
  host: string;
  repository_id: string;
  ref: string;
  path: string;
  target_key: string;
  state: string;
  oid: string | null;
  text?: string | null;
  commit_oid: string | null;
  seen_at: string;
  lag_ms: number | string | null;
}

/** A row of `github_given`. */
export interface GivenRow {
  host: string;
  repository_id: string;
  provider: string;
  entity_ref: string;
  location_key: string | null;
  hash: string;
  stamp: string | null;
}

/** Columns of `github_files` but the text, which may be long. */
export const FILE_COLUMNS = [
  'host',
  'repository_id',
  'ref',
  'path',
  'target_key',
  'state',
  'oid',
  'commit_oid',
  'seen_at',
  'lag_ms',
] as const;
