import fs from 'node:fs';
import path from 'node:path';

/**
 * Size in MB of 10^6 bytes of a production installation: the portal's `own` files and folders, and every package that its `packages`
 * depend on in production, found as Node finds them. A package counts once however often it is used. Development and peer
 * dependencies do not count, nor what a bundled package (a built frontend) was made from.
 */
export function installSize(options: {
  packages: string[];
  own: string[];
}): number {
  const { packages, own } = options;
  const visited = new Set<string>();
  const visit = (folder: string) => {
    if (visited.has(folder)) {
      return;
    }
    visited.add(folder);
    const manifest = readManifest(folder);
    if (manifest.bundled) {
      return;
    }
    for (const name of Object.keys({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
    })) {
      const found = findPackage(name, folder);
      if (found) {
        visit(found);
      }
    }
  };
  packages.forEach(visit);

  // Packages of the repository are compiled into the portal's own files.
  const installed = [...visited].filter(folder =>
    folder.split(path.sep).includes('node_modules'),
  );
  const bytes = [...installed, ...own].reduce(
    (sum, target) => sum + sizeOf(target),
    0,
  );
  return bytes / 1e6;
}

interface Manifest {
  bundled?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

/** The folder of the package that `require(name)` in `from` would load, if it is installed. */
function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (fs.existsSync(path.join(candidate, 'package.json'))) {
      return fs.realpathSync(candidate);
    }
    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
}

/** Bytes of all files below, without packages installed inside: those are found through the dependencies. */
function sizeOf(target: string): number {
  const stats = fs.lstatSync(target, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    return stats?.isFile() ? stats.size : 0;
  }
  return fs
    .readdirSync(target)
    .filter(name => name !== 'node_modules')
    .reduce((sum, name) => sum + sizeOf(path.join(target, name)), 0);
}
