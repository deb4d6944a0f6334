import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code may call GitHub. */
export interface ScannedPackage {
  name: string;
  directory: string;
  /** Ours are read as sources, installed ones as built. */
  own: boolean;
  /** What its package.json depends on outside of development. */
  dependencies: string[];
}

/** The packages whose folders stand in these folders, by their package.json. */
export function readPackages(options: {
  folders: string[];
  own: boolean;
}): ScannedPackage[] {
  const { folders, own } = options;
  return folders
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .sort()
        .map(name => join(folder, name)),
    )
    .filter(directory => existsSync(join(directory, 'package.json')))
    .map(directory => readPackage({ directory, own }));
}

/** The package whose folder this is. */
export function readPackage(options: {
  directory: string;
  own: boolean;
}): ScannedPackage {
  const { name, dependencies = {} } = JSON.parse(
    readFileSync(join(options.directory, 'package.json'), 'utf8'),
  );
  return { ...options, name, dependencies: Object.keys(dependencies) };
}
