import { InputError, NotAllowedError } from '@backstage/errors';
import { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import ignore from 'ignore';
import path from 'node:path';
import { resolveInside } from './resolveInside';

const MARKDOWN = /\.(?:md|markdown|mdown|mkdn|mkd)$/i;
const MAX_FILES = 20_000;

/** A file of a docs folder. */
export interface ListedFile {
  /** Below `docs_dir`, `/` between parts; what links in Markdown name. */
  docPath: string;
  /** The real file. */
  file: string;
}

/** The files of a docs folder; hidden ones and excluded ones are not among them. */
export interface ListedDocs {
  pages: ListedFile[];
  assets: ListedFile[];
}

/**
 * Walks `docsDir` in a stable order; without such a folder there are no files.
 *
 * @throws NotAllowedError for a link that leads out of `inputDir`, as stock does;
 *   InputError when there are absurdly many files.
 */
export async function listDocs(options: {
  inputDir: string;
  docsDir: string;
  excludeDocs: string;
  report: (message: string) => void;
}): Promise<ListedDocs> {
  const { inputDir, docsDir, report } = options;
  const excluded = ignore().add(options.excludeDocs);
  const files: ListedDocs = { pages: [], assets: [] };

  /** Where an entry really is; only links have to be followed. */
  const resolve = async (entry: Dirent, docPath: string, real: string) => {
    if (!entry.isSymbolicLink()) {
      return { file: path.join(real, entry.name), kind: entry };
    }
    const where = path.posix.join(docsDir, docPath);
    const target = await resolveInside({ root: inputDir, path: where });
    if (target.outcome === 'outside') {
      throw new NotAllowedError(
        `${where} is a link that leads out of the documentation folder; replace it by the file itself`,
      );
    }
    if (target.outcome === 'missing') {
      report(`${where} is a link to nothing and was left out`);
      return undefined;
    }
    return { file: target.path, kind: await stat(target.path) };
  };

  const walk = async (folder: string, seen: string[]): Promise<void> => {
    const real = seen[seen.length - 1];
    const entries = await readdir(real, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const docPath = path.posix.join(folder, entry.name);
      if (isHidden(entry.name) || excluded.ignores(docPath)) {
        continue;
      }
      const found = await resolve(entry, docPath, real);
      if (found?.kind.isDirectory()) {
        // A link to a folder above would be walked for ever.
        if (!seen.includes(found.file)) {
          await walk(docPath, [...seen, found.file]);
        }
      } else if (found?.kind.isFile()) {
        const list = MARKDOWN.test(entry.name) ? files.pages : files.assets;
        list.push({ docPath, file: found.file });
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
  if (root.outcome === 'found' && (await stat(root.path)).isDirectory()) {
    await walk('', [root.path]);
  }
  return { ...files, pages: withoutHiddenReadmes(files.pages) };
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** As in MkDocs, a README beside an index.md is not a page. */
function withoutHiddenReadmes(pages: ListedFile[]): ListedFile[] {
  const folders = new Set(
    pages
      .filter(page => path.posix.basename(page.docPath) === 'index.md')
      .map(page => path.posix.dirname(page.docPath)),
  );
  return pages.filter(
    ({ docPath }) =>
      !/^readme\.md$/i.test(path.posix.basename(docPath)) ||
      !folders.has(path.posix.dirname(docPath)),
  );
}
