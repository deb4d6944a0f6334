import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

const CONFIG_FILES = ['mkdocs.yml', 'mkdocs.yaml', 'README.md'];
const DOCS_DIR = /^docs_dir:\s*['"]?([^'"#\s]+)/m;
const MAX_FILES = 20_000;

/**
 * A hash over the names, sizes and times of everything that a docs site is built from: `mkdocs.yml`, `README.md` and the docs folder.
 * A link that leads elsewhere counts by its name only.
 */
export async function fingerprintDocs(options: {
  folder: string;
}): Promise<string> {
  const { folder } = options;
  const config = await fs
    .readFile(path.join(folder, 'mkdocs.yml'), 'utf8')
    .catch(() => '');
  const docsDir = DOCS_DIR.exec(config)?.[1] ?? 'docs';

  const hash = createHash('sha256');
  let files = 0;
  const add = async (name: string): Promise<void> => {
    const file = path.join(folder, name);
    const stats = await fs.lstat(file).catch(() => undefined);
    if (!stats || files > MAX_FILES) {
      return;
    }
    if (stats.isDirectory()) {
      for (const child of (await fs.readdir(file)).sort()) {
        await add(path.join(name, child));
      }
      return;
    }
    files += 1;
    hash.update(`${name}\0${stats.size}\0${stats.mtimeMs}\0`);
  };
  for (const name of [...CONFIG_FILES, docsDir]) {
    await add(name);
  }
  return hash.digest('hex');
}
