import type { InMemoryFs } from 'just-bash';

/** All files below a folder by absolute path; empty if there is no such folder. */
export async function readTree(
  fs: InMemoryFs,
  folder: string,
): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  if (!(await fs.exists(folder))) {
    return found;
  }
  if ((await fs.stat(folder)).isFile) {
    found.set(folder, await readBytes(fs, folder));
    return found;
  }
  for (const name of await fs.readdir(folder)) {
    const path = `${folder === '/' ? '' : folder}/${name}`;
    if ((await fs.lstat(path)).isDirectory) {
      for (const [below, content] of await readTree(fs, path)) {
        found.set(below, content);
      }
    } else if (await fs.exists(path)) {
      const stat = await fs.stat(path);
      if (stat.isFile) {
        found.set(path, await readBytes(fs, path));
      }
    }
  }
  return found;
}

async function readBytes(fs: InMemoryFs, path: string): Promise<Buffer> {
  return Buffer.from(await fs.readFileBuffer(path));
}
