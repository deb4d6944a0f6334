import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type BackupEntry, MANIFEST_FILE } from '../BackupManifest';

/** Everything below a folder but the manifest, sorted, files with their checksums. */
export async function listEntries(folder: string): Promise<BackupEntry[]> {
  const entries: BackupEntry[] = [];
  const visit = async (relative: string) => {
    const names = await fs.readdir(path.join(folder, relative));
    for (const name of names.sort()) {
      const child = path.posix.join(relative, name);
      if (child !== MANIFEST_FILE) {
        const entry = await describe({ folder, relative: child });
        entries.push(entry);
        if (entry.type === 'directory') {
          await visit(child);
        }
      }
    }
  };
  await visit('');
  return entries;
}

async function describe(options: {
  folder: string;
  relative: string;
}): Promise<BackupEntry> {
  const file = path.join(options.folder, options.relative);
  const entry = { path: options.relative };
  const stats = await fs.lstat(file);
  const mode = stats.mode & 0o777;
  if (stats.isSymbolicLink()) {
    return { ...entry, type: 'link', target: await fs.readlink(file) };
  }
  if (stats.isDirectory()) {
    return { ...entry, type: 'directory', mode };
  }
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return {
    ...entry,
    type: 'file',
    mode,
    size: stats.size,
    sha256: hash.digest('hex'),
  };
}
