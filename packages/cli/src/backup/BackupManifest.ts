/** The layout of backups that this version writes. It rises when an older version could no longer restore them. */
export const BACKUP_FORMAT = 1;

/** The name of the manifest, which is the first entry of every backup. */
export const MANIFEST_FILE = 'manifest.json';

/** Where the data directory lies in a backup. */
export const DATA_FOLDER = 'data';

/** Where the contents of PostgreSQL lie in a backup. */
export const POSTGRES_FOLDER = 'postgres';

/** What a backup says about itself. */
export interface BackupManifest {
  kind: 'callboard-backup';
  format: number;
  /** The version of Callboard that wrote it. */
  callboardVersion: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  database: BackupDatabase;
  entries: BackupEntry[];
}

/** Where the portal keeps its databases, in Backstage's own names. */
export type BackupDatabase =
  | { client: 'better-sqlite3'; files: string[] }
  | { client: 'pg'; serverVersion: string; schemas: string[] };

/** One thing in the backup. `path` is relative to the root of the archive, with forward slashes. */
export type BackupEntry =
  | { type: 'directory'; path: string; mode: number }
  | { type: 'file'; path: string; mode: number; size: number; sha256: string }
  | { type: 'link'; path: string; target: string };
