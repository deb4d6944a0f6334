import Database from 'better-sqlite3';
import { refuse } from '../refuse';

/** How long a portal may keep a database locked before the copy gives up. */
const BUSY_TIMEOUT_MS = 30_000;
/** All pages in one step, so that no write in between starts the copy over. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies an SQLite database while a portal writes to it: what has been committed when the copy begins, page for page.
 * The copy is checked. Throws a `ProblemsError` when the database is damaged or stays locked.
 */
export async function copyDatabase(options: {
  source: string;
  target: string;
  busyTimeoutMs?: number;
}): Promise<void> {
  const { source, target, busyTimeoutMs = BUSY_TIMEOUT_MS } = options;
  try {
    const database = openSource({ source, busyTimeoutMs });
    try {
      // Without a transaction of its own, a copy from a locked database would end at once, successful and empty.
      database.exec('BEGIN');
      database.prepare('SELECT count(*) FROM sqlite_master').get();
      await database.backup(target, { progress: () => ALL_PAGES });
    } finally {
      database.close();
    }
    checkCopy(target);
  } catch (error) {
    throw toProblem({ source, error });
  }
}

function openSource(options: { source: string; busyTimeoutMs: number }) {
  const { source, busyTimeoutMs: timeout } = options;
  const database = new Database(source, { readonly: true, timeout });
  try {
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return database;
  } catch (error) {
    database.close();
    const { code } = error as { code?: string };
    if (!code?.startsWith('SQLITE_READONLY') && code !== 'SQLITE_CANTOPEN') {
      throw error;
    }
    // A crash left a transaction to be rolled back, which takes the right to write.
    return new Database(source, { fileMustExist: true, timeout });
  }
}

function checkCopy(target: string) {
  const copy = new Database(target, { readonly: true, fileMustExist: true });
  try {
    const findings = copy.pragma('quick_check', { simple: true });
    if (findings !== 'ok') {
      throw Object.assign(new Error(String(findings)), {
        code: 'SQLITE_CORRUPT',
      });
    }
  } finally {
    copy.close();
  }
}

function toProblem(options: { source: string; error: unknown }) {
  const { code, message } = options.error as { code?: string; message: string };
  if (code?.startsWith('SQLITE_BUSY') || code?.startsWith('SQLITE_LOCKED')) {
    return refuse({
      problem: 'a database stayed locked',
      where: options.source,
      cause: message,
      remedy:
        'try again when the portal is less busy, or stop it for the time of the backup',
    });
  }
  if (code?.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return refuse({
      problem: 'a database is damaged',
      where: options.source,
      cause: message,
      remedy:
        'stop the portal and put back the last good backup with `callboard restore`, or delete the file when its plugin can fill it again (catalog and search can)',
    });
  }
  return options.error;
}
