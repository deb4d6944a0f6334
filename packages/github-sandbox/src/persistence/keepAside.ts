import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Moves files and folders of a directory into a new folder in it, `before` or `before-2` and so on, and says which: what somebody has
 * kept there earlier is never touched. Undefined: there was nothing to move.
 */
export async function keepAside(options: {
  directory: string;
  names: string[];
}): Promise<string | undefined> {
  const { directory, names } = options;
  const there = new Set(await fs.readdir(directory));
  const found = names.filter(name => there.has(name));
  if (found.length === 0) return undefined;
  let folder = 'before';
  for (let count = 2; there.has(folder); count += 1) {
    folder = `before-${count}`;
  }
  const aside = path.join(directory, folder);
  await fs.mkdir(aside);
  for (const name of found) {
    await fs.rename(path.join(directory, name), path.join(aside, name));
  }
  return aside;
}
