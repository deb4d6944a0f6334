import { createReadStream } from 'node:fs';
import { Parser, type ReadEntry } from 'tar';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  MANIFEST_FILE,
} from '../BackupManifest';
import { refuse } from '../refuse';

/** A manifest names every file, so it may be large; but not this large. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Reads the manifest, which is the first entry, without reading the rest. Throws a `ProblemsError` when the file is no backup, is
 * damaged that early, or has a newer format.
 */
export async function readManifest(file: string): Promise<BackupManifest> {
  const text = await readFirstEntry(file);
  const manifest = parse(text);
  if (!manifest) {
    throw refuse({
      problem: 'the file is not a backup of Callboard',
      where: file,
      cause: `it does not begin with a ${MANIFEST_FILE} of the kind callboard-backup`,
      remedy: 'give a file that `callboard backup` has written, unchanged',
    });
  }
  if (manifest.format > BACKUP_FORMAT) {
    throw refuse({
      problem: 'the backup has a newer format than this version can read',
      where: file,
      cause: `it has format ${manifest.format}, written by Callboard ${manifest.callboardVersion}; this version reads up to ${BACKUP_FORMAT}`,
      remedy: `restore it with Callboard ${manifest.callboardVersion} or newer`,
    });
  }
  return manifest;
}

function parse(text: string | undefined): BackupManifest | undefined {
  try {
    const value = JSON.parse(text ?? '');
    return value?.kind === 'callboard-backup' &&
      Number.isInteger(value.format) &&
      Array.isArray(value.entries)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}

async function readFirstEntry(file: string): Promise<string | undefined> {
  const input = createReadStream(file);
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      let first: ReadEntry | undefined;
      const parser = new Parser({
        strict: true,
        onReadEntry: entry => {
          if (first) {
            entry.resume();
            return;
          }
          first = entry;
          collect(entry).then(resolve, reject);
        },
      });
      parser.on('error', reject);
      // With an entry, its content decides.
      parser.on('end', () => first ?? resolve(undefined));
      input.on('error', reject);
      input.pipe(parser as unknown as NodeJS.WritableStream);
    });
  } catch (error) {
    throw unreadable({ file, error });
  } finally {
    input.destroy();
  }
}

async function collect(entry: ReadEntry): Promise<string | undefined> {
  if (entry.path !== MANIFEST_FILE || entry.size > MAX_BYTES) {
    entry.resume();
    return undefined;
  }
  return (await entry.concat()).toString('utf8');
}

/** The problem with a file that cannot be read as an archive. */
export function unreadable(options: { file: string; error: unknown }) {
  const { code, message } = options.error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return refuse({
      problem: 'the backup cannot be read',
      where: options.file,
      cause: message,
      remedy: 'check the path, and that you may read the file',
    });
  }
  if (code === 'ENOSPC') {
    return refuse({
      problem: 'there is no disk space left to unpack the backup',
      cause: message,
      remedy:
        'free some space: unpacked, the backup takes as much as the data directory did',
    });
  }
  return refuse({
    problem: 'the backup is damaged or incomplete',
    where: options.file,
    cause: message,
    remedy:
      'copy the file again from where it was made, or take another backup',
  });
}
