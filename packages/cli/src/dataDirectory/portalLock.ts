import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { ProblemsError } from '../problems/ProblemsError';

/** Relative to the data directory. */
export const PORTAL_LOCK_FILE = 'portal.lock';

/** Open handles: a handle that is collected as garbage would give up its lock. */
const held = new Set<Database.Database>();

/**
 * Marks the data directory as in use until this process ends, however it ends. Replicas on PostgreSQL may hold the mark together; a
 * portal whose databases are in the directory holds it alone, as does a restore. The mark is a lock on an empty SQLite database: the operating system drops it with the process, so unlike a
 * file with a process id it is never stale, in a container neither.
 *
 * Throws a `ProblemsError` while another holds it.
 */
export function holdPortalLock(options: {
  directory: string;
  /** Whether no other portal may run on the directory. */
  alone: boolean;
}): void {
  const { directory, alone } = options;
  const lock = lockDatabase({
    directory,
    mode: alone ? 'exclusive' : 'shared',
  });
  if (lock === 'held by another') {
    throw new ProblemsError([
      {
        problem:
          'the data directory is in use by another portal or by a restore',
        where: directory,
        remedy:
          'stop the other portal, wait for the restore to end, or choose another directory with --data',
      },
    ]);
  }
}

/** A restore's claim on a data directory. */
export interface ExclusiveLock {
  release(): void;
}

/** Claims the data directory for a restore. Undefined while a portal runs on it. */
export function takeExclusiveLock(options: {
  directory: string;
}): ExclusiveLock | undefined {
  const lock = lockDatabase({ ...options, mode: 'exclusive' });
  if (lock === 'held by another') {
    return undefined;
  }
  return {
    release() {
      if (lock !== 'unsupported') {
        held.delete(lock);
        lock.close();
      }
    },
  };
}

function lockDatabase(options: {
  directory: string;
  mode: 'shared' | 'exclusive';
}): Database.Database | 'held by another' | 'unsupported' {
  const file = path.join(options.directory, PORTAL_LOCK_FILE);
  let database: Database.Database | undefined;
  try {
    fs.mkdirSync(options.directory, { recursive: true });
    database = new Database(file, { timeout: 0 });
    if (options.mode === 'exclusive') {
      database.exec('BEGIN EXCLUSIVE');
    } else {
      database.exec('BEGIN');
      database.prepare('SELECT count(*) FROM sqlite_master').get();
    }
  } catch (error) {
    database?.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) {
      return 'held by another';
    }
    // Some network file systems have no locks. The portal works there; only this protection is missing.
    return 'unsupported';
  }
  held.add(database);
  return database;
}
