import { InputError } from '@backstage/errors';
import path from 'node:path';
import { ListedFile, listDocs } from './listDocs';
import { resolveInside } from './resolveInside';
import { Site } from './Site';

/** A file of the site that is built. */
export interface DocsFile extends ListedFile {
  /** Whose file it is; `docPath` starts with its alias. */
  site: Site;
  /** The folder that the file's links start from, below the site's, when it is not its place. */
  linkBase?: string;
}

/** All files of the site that is built. */
export interface DocsFiles {
  pages: DocsFile[];
  assets: DocsFile[];
}

/**
 * The files of all sites, each below its alias.
 *
 * @throws InputError when there are no pages at all, and what `listDocs` throws for the first site. What is wrong with
 *   the others is reported, and they are left out.
 */
export async function collectDocs(options: {
  sites: Site[];
  report: (message: string) => void;
}): Promise<DocsFiles> {
  const { sites, report } = options;
  const files: DocsFiles = { pages: [], assets: [] };
  const [main] = sites;
  for (const site of sites) {
    const { alias, folder: inputDir, config } = site;
    const place = (file: ListedFile): DocsFile => ({
      ...file,
      docPath: path.posix.join(alias, file.docPath),
      site,
    });
    try {
      const listed = await listDocs({ inputDir, ...config, report });
      files.pages.push(...listed.pages.map(place));
      files.assets.push(...listed.assets.map(place));
    } catch (error) {
      if (site === main) {
        throw error;
      }
      report(`the site '${alias}' was left out: ${(error as Error).message}`);
    }
  }
  // A file of the main site wins over one that an included site would put in its place.
  const pages = unique(files.pages);
  const { docsDir } = main.config;
  const start = await findStart({ main, pages });
  if (start) {
    pages.unshift(start);
  }
  if (pages.length === 0) {
    throw new InputError(
      `There is no Markdown in '${docsDir}' and no README.md; add ${docsDir}/index.md`,
    );
  }
  return { pages, assets: unique(files.assets) };
}

function unique(files: DocsFile[]): DocsFile[] {
  const byPath = new Map<string, DocsFile>();
  for (const file of files) {
    if (!byPath.has(file.docPath)) {
      byPath.set(file.docPath, file);
    }
  }
  return [...byPath.values()];
}

/** The start page is `index.md`, else a README of the docs, else the README beside them. */
async function findStart(options: {
  main: Site;
  pages: DocsFile[];
}): Promise<DocsFile | undefined> {
  const { main, pages } = options;
  if (pages.some(page => /^(?:index|readme)\.md$/i.test(page.docPath))) {
    return undefined;
  }
  for (const name of ['README.md', 'readme.md']) {
    const readme = await resolveInside({ root: main.folder, path: name });
    if (readme.outcome === 'found') {
      const place = { docPath: 'index.md', linkBase: '.' };
      return { ...place, file: readme.path, site: main };
    }
  }
  return undefined;
}
