import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { resolveInside } from '../site/resolveInside';
import { readSources } from './readSources';

const CONFIG_FILES = ['mkdocs.yaml', 'mkdocs.yml'];
/** As deep as sites may include sites. */
const MAX_DEPTH = 8;
/** Never part of a site, and often huge. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

/**
 * A hash over the names, sizes and times of everything that a docs site is built from: `mkdocs.yml` or `mkdocs.yaml`, `README.md`, the
 * docs folder, and the same of each site that it includes. What lies outside of `folder` counts by its name only.
 */
export async function fingerprintDocs(options: {
  folder: string;
}): Promise<string> {
  const { folder } = options;
  const hash = createHash('sha256');
  const seen = new Set<string>();
  await addSite({ root: folder, configs: CONFIG_FILES, hash, seen, depth: 0 });
  await addTree({ root: folder, name: 'README.md', hash, seen });
  return hash.digest('hex');
}

async function addSite(options: {
  root: string;
  /** Below `root`. */
  configs: string[];
  hash: Hash;
  seen: Set<string>;
  depth: number;
}): Promise<void> {
  const { root, configs, hash, seen, depth } = options;
  const docsDirs = new Set<string>();
  for (const config of configs) {
    await addTree({ root, name: config, hash, seen });
    const text = await readText({ root, name: config });
    const { docsDir, includes, folders } = readSources({ text });
    const beside = (name: string) =>
      path.posix.join(path.posix.dirname(config), name);
    docsDirs.add(beside(docsDir));
    for (const name of folders) {
      await addTree({ root, name: beside(name), hash, seen });
    }
    if (depth < MAX_DEPTH) {
      for (const include of includes) {
        await addSite({
          ...options,
          configs: [beside(include)],
          depth: depth + 1,
        });
      }
    }
  }
  for (const name of docsDirs) {
    await addTree({ root, name, hash, seen });
  }
}

/** Adds a file, or a folder with all below it; a link as what it leads to. Each counts once. */
async function addTree(options: {
  root: string;
  name: string;
  hash: Hash;
  seen: Set<string>;
}): Promise<void> {
  const { root, name, hash, seen } = options;
  const found = await resolveInside({ root, path: name });
  if (found.outcome !== 'found') {
    // Its name counts where a link is there, so that mending it is noticed.
    hash.update(`${name}\0${found.outcome}\0`);
    return;
  }
  const add = async (real: string, shown: string): Promise<void> => {
    if (seen.has(real)) return;
    seen.add(real);
    const stats = await fs.lstat(real);
    if (!stats.isDirectory()) {
      hash.update(`${shown}\0${stats.size}\0${stats.mtimeMs}\0`);
      return;
    }
    const entries = await fs.readdir(real, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const below = path.posix.join(shown, entry.name);
      if (entry.isSymbolicLink()) {
        await addTree({ ...options, name: below });
      } else if (!LEFT_OUT.has(entry.name)) {
        await add(path.join(real, entry.name), below);
      }
    }
  };
  await add(found.path, name);
}

/** Empty where there is no such file, or none inside of `root`. */
async function readText(options: {
  root: string;
  name: string;
}): Promise<string> {
  const found = await resolveInside({
    root: options.root,
    path: options.name,
  });
  return found.outcome === 'found'
    ? fs.readFile(found.path, 'utf8').catch(() => '')
    : '';
}
