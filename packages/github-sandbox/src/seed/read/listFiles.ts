import fs from 'node:fs/promises';
import path from 'node:path';
import type { SeedFiles } from '../SeedFiles';

/** What is in a folder and is no part of a repository. */
const LEFT_OUT = new Set(['.git', '.DS_Store']);

/** The files of a folder; undefined when there is no such folder. Contents are read when they are asked for. */
export async function listFiles(options: {
  folder: string;
}): Promise<SeedFiles | undefined> {
  const { folder } = options;
  let entries;
  try {
    entries = await fs.readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
  } catch {
    return undefined;
  }
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(folder, path.join(entry.parentPath, entry.name)),
    )
    .map(file => file.split(path.sep).join('/'))
    .filter(file => !file.split('/').some(part => LEFT_OUT.has(part)))
    .sort();
  return {
    paths,
    async read({ path: file }) {
      const absolute = path.join(folder, file);
      const [content, { mode }] = await Promise.all([
        fs.readFile(absolute),
        fs.stat(absolute),
      ]);
      // eslint-disable-next-line no-bitwise -- a mode is made of bits
      return { content, executable: (mode & 0o100) !== 0 };
    },
  };
}
