import { isSpecialAtGithub } from './isSpecialAtGithub';
import { pageFormat } from './pageFormats';
import type { Wiki, WikiFile, WikiPage } from './Wiki';

const PARTS = /^_(?:sidebar|footer|header)$/i;

/**
 * Tells pages from other files, and where each goes. Of two pages of one place the Markdown one, else the first, has it. In a repository no
 * file has a name that GitHub obeys: a page gets another one, and another file is left out.
 */
export function sortFiles(options: {
  files: WikiFile[];
  repositoryUrl: string;
  /** The files go into `docs/` of a repository. */
  forRepository: boolean;
}): Wiki {
  const { repositoryUrl, forRepository } = options;
  const isSpecial = (path: string) => forRepository && isSpecialAtGithub(path);
  const files = [...options.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const wiki: Wiki = { repositoryUrl, pages: [], assets: [] };
  const found: (WikiPage & { wanted: string })[] = [];

  for (const file of files) {
    const page = pageFormat(file.path);
    if (!page) {
      if (!isSpecial(file.path)) wiki.assets.push(file);
    } else if (PARTS.test(page.name)) {
      if (!file.path.includes('/') && page.format === 'Markdown') {
        const text = file.content.toString('utf8');
        if (/^_sidebar$/i.test(page.name)) wiki.sidebar = text;
        if (/^_footer$/i.test(page.name)) wiki.footer = text;
      }
    } else {
      const { name, format } = page;
      const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
      const wanted = `${folder}${folder || !isHome(name) ? name : 'index'}`;
      found.push({
        ...{ file, name, docPath: '' },
        title: name.replace(/-/g, ' '),
        wanted: isSpecial(wanted) ? wanted.replace(/^[^/]*/, '$&-1') : wanted,
        ...(format !== 'Markdown' && { otherFormat: format }),
      });
    }
  }

  const taken = new Set(wiki.assets.map(({ path }) => path.toLowerCase()));
  for (const { wanted, ...page } of found.sort(inOrder)) {
    wiki.pages.push({ ...page, docPath: freePath({ wanted, page, taken }) });
  }
  wiki.pages.sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  return wiki;
}

/** `Home.md` before `home.md`, and a page that is shown before one that is not. */
function inOrder(one: WikiPage, other: WikiPage) {
  const rank = ({ otherFormat, name }: WikiPage) =>
    (otherFormat ? 2 : 0) + (name === 'Home' ? 0 : 1);
  return rank(one) - rank(other);
}

function isHome(name: string) {
  return /^home$/i.test(name);
}

function freePath(options: {
  wanted: string;
  page: WikiPage;
  taken: Set<string>;
}): string {
  const { wanted, page, taken } = options;
  // MkDocs takes both for the start of their folder.
  const isStart =
    /(?:^|\/)(?:index|readme)$/i.test(wanted) && !isHome(page.name);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 && !isStart ? '' : `-${number}`;
    const path = `${wanted}${suffix}.md`;
    if (!taken.has(path.toLowerCase())) {
      taken.add(path.toLowerCase());
      return path;
    }
  }
}
