import path from 'node:path';
import { NavEntry } from '../config/MkdocsConfig';
import { Page } from './Page';
import { titleFromName } from './titleFromName';

/** The navigation of a site, with titles settled. */
export type NavItem =
  | { type: 'page'; title: string; page: Page }
  | { type: 'link'; title: string; url: string }
  | { type: 'section'; title: string; items: NavItem[] };

/** Matches the `nav` of `mkdocs.yml` with the pages; without one, the file tree is the navigation. */
export function buildNav(options: {
  entries?: NavEntry[];
  pages: Page[];
  report: (message: string) => void;
}): NavItem[] {
  const { entries, pages, report } = options;
  const byPath = new Map(pages.map(page => [page.docPath, page]));

  const convert = (entry: NavEntry): NavItem[] => {
    if (entry.type === 'section') {
      const items = entry.entries.flatMap(convert);
      return items.length > 0 ? [{ ...entry, items }] : [];
    }
    if (entry.type === 'link') {
      return [{ ...entry, title: entry.title || entry.url }];
    }
    if (entry.type === 'include') {
      // Includes were resolved before; what is left of them has been reported.
      return [];
    }
    const docPath = path.posix.normalize(entry.path).replace(/^\/+/, '');
    const page = byPath.get(docPath);
    if (page) {
      return [{ type: 'page', title: entry.title || page.title, page }];
    }
    const folder = docPath.replace(/\/*$/, '/');
    const items = fromTree(
      pages.filter(p => p.docPath.startsWith(folder)),
      folder,
    );
    if (items.length === 0) {
      report(`nav names '${entry.path}', which is not a page of this site`);
      return [];
    }
    const title = entry.title || titleFromName(docPath);
    return [{ type: 'section', title, items }];
  };

  return entries ? entries.flatMap(convert) : fromTree(pages, '');
}

/** The pages below `folder`: its index first, then files and folders by name. */
function fromTree(pages: Page[], folder: string): NavItem[] {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    const [first] = page.docPath.slice(folder.length).split('/');
    const members = groups.get(first) ?? [];
    members.push(page);
    groups.set(first, members);
  }
  const isIndex = (name: string) => /^(?:index|readme)\.md$/i.test(name);
  return [...groups.keys()]
    .sort((a, b) => {
      if (isIndex(a) !== isIndex(b)) {
        return isIndex(a) ? -1 : 1;
      }
      return a < b ? -1 : 1;
    })
    .map((name): NavItem => {
      const members = groups.get(name) as Page[];
      const [page] = members;
      if (page.docPath === folder + name) {
        return { type: 'page', title: page.title, page };
      }
      const items = fromTree(members, `${folder}${name}/`);
      return { type: 'section', title: titleFromName(name), items };
    });
}

/** The pages in the order of the navigation, each once. */
export function pagesInOrder(
  items: NavItem[],
): { title: string; page: Page }[] {
  const seen = new Set<Page>();
  const visit = (list: NavItem[]): { title: string; page: Page }[] =>
    list.flatMap(item => {
      if (item.type === 'section') {
        return visit(item.items);
      }
      if (item.type === 'link' || seen.has(item.page)) {
        return [];
      }
      seen.add(item.page);
      return [item];
    });
  return visit(items);
}
