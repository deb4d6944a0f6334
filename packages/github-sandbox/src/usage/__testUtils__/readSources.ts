import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import type { ScannedPackage } from './readPackages';

const CODE = /\.([cm]?js|tsx?)$/;
const TEST = /\.test\.tsx?$|\.d\.ts$|(^|\/)(__\w+__|testing|test)\//;
/** Every query of ours asks what it costs, so that a file which only puts one together is found too. */
const MENTIONS = /octokit|github|\brateLimit \{/i;
/** Where packages keep what node runs: Backstage's, Octokit's, passport's. */
const BUILT = ['dist', 'dist-node', 'dist-bundle', 'lib'];

/** The parsed files of a package that mention GitHub. Tests are left out, and of a file that is built twice the ES module. */
export function readSources(options: {
  package: ScannedPackage;
}): Array<{ file: string; tree: ts.SourceFile }> {
  const { directory, own } = options.package;
  return (own ? ['src'] : BUILT)
    .flatMap(folder => filesBelow(join(directory, folder)))
    .filter((path, _, all) => !isSecondBuild(path, all))
    .flatMap(path => {
      const file = relative(directory, path);
      const text =
        CODE.test(file) && !TEST.test(file) ? readFileSync(path, 'utf8') : '';
      return MENTIONS.test(text)
        ? [{ file, tree: parseSource({ name: basename(path), text }) }]
        : [];
    });
}

/** The tree of JavaScript or TypeScript, by the file's name. */
export function parseSource(options: {
  name: string;
  text: string;
}): ts.SourceFile {
  const { name, text } = options;
  return ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
}

function isSecondBuild(path: string, all: string[]): boolean {
  return (
    path.endsWith('.esm.js') &&
    all.includes(path.replace(/\.esm\.js$/, '.cjs.js'))
  );
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(path => !path.slice(folder.length).includes('/node_modules/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}
