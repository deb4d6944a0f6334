import type { Dirent } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';

/** File systems of macOS and Windows keep the name under which a file was first made. */
const IGNORES_CASE = ['darwin', 'win32'].includes(process.platform);

const keyOf = (name: string) => (IGNORES_CASE ? name.toLowerCase() : name);

/**
 * Removes from `published` whatever is not in `built`, folders too. Links are removed as such and never followed.
 *
 * @returns the removed files and folders, below `published`.
 */
export async function removeStaleFiles(options: {
  published: string;
  built: string;
}): Promise<string[]> {
  const { published, built } = options;
  const [there, entries] = await Promise.all([list(published), list(built)]);
  const wanted = new Map(entries.map(entry => [keyOf(entry.name), entry]));
  const removed: string[] = [];
  for (const entry of there) {
    const same = wanted.get(keyOf(entry.name));
    const place = path.join(published, entry.name);
    if (!same || same.isDirectory() !== entry.isDirectory()) {
      await fs.rm(place, { recursive: true, force: true });
      removed.push(entry.name);
    } else if (entry.isDirectory()) {
      const below = await removeStaleFiles({
        published: place,
        built: path.join(built, same.name),
      });
      removed.push(...below.map(name => path.join(entry.name, name)));
    }
  }
  return removed;
}

async function list(folder: string): Promise<Dirent[]> {
  return fs.readdir(folder, { withFileTypes: true });
}
