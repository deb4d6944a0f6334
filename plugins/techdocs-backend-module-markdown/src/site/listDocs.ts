import { InputError, NotAllowedError } from '@backstage/errors';
import { readdir, stat } from 'node:fs/promises';
import ignore from 'ignore';
import path from 'node:path';
import { resolveInside } from './resolveInside';

const MARKDOWN = /\.(?:md|markdown|mdown|mkdn|mkd)$/i;
const MAX_FILES = 20_000;

/** A file of a site. */
export interface DocsFile {
  /** Below `docs_dir`, `/` between parts; what links in Markdown name. */
  docPath: string;
  /** The real file. */
  file: string;
  /** The folder that the file's links start from, below the site's, when it is not its place. */
  linkBase?: string;
}

/** The files of a site; hidden ones and excluded ones are not among them. */
export interface DocsFiles {
  pages: DocsFile[];
  assets: DocsFile[];
}

/**
 * Walks `docsDir` in a stable order.
 *
 * @throws NotAllowedError for a link that leads out of `inputDir`, as stock does;
 *   InputError when there are no pages at all, or absurdly many files.
 */
export async function listDocs(options: {
  inputDir: string;
  docsDir: string;
  excludeDocs: string;
  report: (message: string) => void;
}): Promise<DocsFiles> {
  const { inputDir, docsDir, report } = options;
  const excluded = ignore().add(options.excludeDocs);
  const files: DocsFiles = { pages: [], assets: [] };

  const walk = async (folder: string, seen: string[]): Promise<void> => {
    const entries = await readdir(path.join(inputDir, docsDir, folder), {
      withFileTypes: true,
    });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const docPath = path.posix.join(folder, entry.name);
      if (isHidden(entry.name) || excluded.ignores(docPath)) {
        continue;
      }
      const where = path.posix.join(docsDir, docPath);
      const real = await resolveInside({ root: inputDir, path: where });
      if (real.outcome === 'outside') {
        throw new NotAllowedError(
          `${where} is a link that leads out of the documentation folder; replace it by the file itself`,
        );
      }
      if (real.outcome === 'missing') {
        report(`${where} is a link to nothing and was left out`);
        continue;
      }
      const stats = await stat(real.path);
      if (stats.isDirectory()) {
        // A link to a folder above would be walked for ever.
        if (!seen.includes(real.path)) {
          await walk(docPath, [...seen, real.path]);
        }
      } else if (stats.isFile()) {
        const list = MARKDOWN.test(entry.name) ? files.pages : files.assets;
        list.push({ docPath, file: real.path });
      }
      if (files.pages.length + files.assets.length > MAX_FILES) {
        throw new InputError(
          `${docsDir} holds more than ${MAX_FILES} files; set 'docs_dir' to the folder of the documentation`,
        );
      }
    }
  };

  const root = await resolveInside({ root: inputDir, path: docsDir });
  if (root.outcome === 'outside') {
    throw new NotAllowedError(
      `docs_dir '${docsDir}' leads out of the documentation folder; use a folder inside of it`,
    );
  }
  if (root.outcome === 'found') {
    await walk('', [root.path]);
  }
  return addReadme({ inputDir, docsDir, files });
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** The start page is `index.md`, else a README of the docs, else the README beside them. */
async function addReadme(options: {
  inputDir: string;
  docsDir: string;
  files: DocsFiles;
}): Promise<DocsFiles> {
  const { inputDir, docsDir, files } = options;
  const folders = new Set(
    files.pages
      .filter(page => path.posix.basename(page.docPath) === 'index.md')
      .map(page => path.posix.dirname(page.docPath)),
  );
  // As in MkDocs, a README beside an index.md is not a page.
  const pages = files.pages.filter(
    page =>
      !/^readme\.md$/i.test(path.posix.basename(page.docPath)) ||
      !folders.has(path.posix.dirname(page.docPath)),
  );
  const hasStart = pages.some(page =>
    /^(?:index|readme)\.md$/i.test(page.docPath),
  );
  for (const name of hasStart ? [] : ['README.md', 'readme.md']) {
    const readme = await resolveInside({ root: inputDir, path: name });
    if (readme.outcome === 'found') {
      pages.unshift({ docPath: 'index.md', file: readme.path, linkBase: '.' });
      break;
    }
  }
  if (pages.length === 0) {
    throw new InputError(
      `There is no Markdown in '${docsDir}' and no README.md; add ${docsDir}/index.md`,
    );
  }
  return { pages, assets: files.assets };
}
