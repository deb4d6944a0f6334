import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/** Changes with anything below a folder: names, kinds, sizes, modes, times of change. Reads no contents. */
export async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  async function add(below: string) {
    const entries = await fs.readdir(path.join(folder, below), {
      withFileTypes: true,
    });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const name = path.join(below, entry.name);
      const { mode, size, mtimeNs, ctimeNs, ino } = await fs.lstat(
        path.join(folder, name),
        { bigint: true },
      );
      hash.update(`${name}\0${mode} ${size} ${mtimeNs} ${ctimeNs} ${ino}\0`);
      if (entry.isDirectory()) await add(name);
    }
  }
  await add('');
  return hash.digest('hex');
}
