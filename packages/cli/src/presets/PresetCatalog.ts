import fs from 'node:fs';
import path from 'node:path';
import type { Problem } from '../problems/Problem';
import { type PresetFile, readPresetFile } from './readPresetFile';

/** Every preset that can be named, and what is wrong with the folders. Files are read when they are asked for. */
export interface PresetCatalog {
  /** Sorted. */
  names: string[];
  /** Undefined for a name that is not there. */
  read(name: string): PresetFile | undefined;
  problems: Problem[];
  /** Presets of the operator that took the place of shipped ones. */
  replaced: string[];
}

/** Finds the shipped presets and those in the operator's own folder, which win over shipped ones of the same name. */
export function openPresetCatalog(options: {
  /** The folder that holds `presets/`. */
  root: string;
  /** `CALLBOARD_PRESETS_DIR`, absolute. */
  ownFolder?: string;
}): PresetCatalog {
  const { root, ownFolder } = options;
  const problems: Problem[] = [];
  const shipped = yamlFiles(path.join(root, 'presets'));
  let own = new Map<string, string>();
  if (ownFolder) {
    try {
      own = yamlFiles(ownFolder);
    } catch (error) {
      problems.push({
        code: 'presets-folder',
        problem: 'the folder of your own presets cannot be read',
        where: `CALLBOARD_PRESETS_DIR=${ownFolder}`,
        cause: (error as Error).message,
        remedy:
          'set CALLBOARD_PRESETS_DIR to a folder with one YAML file per preset, or unset it',
        variable: 'CALLBOARD_PRESETS_DIR',
      });
    }
  }
  const files = new Map([...shipped, ...own]);
  const read = new Map<string, PresetFile>();
  return {
    names: [...files.keys()].sort(),
    problems,
    replaced: [...own.keys()].filter(name => shipped.has(name)),
    read(name) {
      const file = files.get(name);
      if (file && !read.has(name)) {
        read.set(name, readPresetFile({ file, isOwn: own.has(name) }));
      }
      return read.get(name);
    },
  };
}

/** Name to file. */
function yamlFiles(folder: string): Map<string, string> {
  return new Map(
    fs
      .readdirSync(folder)
      .filter(name => /\.ya?ml$/.test(name))
      .map(name => [name.replace(/\.ya?ml$/, ''), path.join(folder, name)]),
  );
}
