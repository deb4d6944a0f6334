import { readSidebar } from './readSidebar';
import type { Targets } from './createTargets';
import type { NavEntry } from './NavEntry';
import type { Wiki } from './Wiki';

/** The navigation: that of the sidebar and then what it leaves out, or all pages in the order of their titles. `Home` is first. */
export function toNav(options: { wiki: Wiki; targets: Targets }): NavEntry[] {
  const { wiki, targets } = options;
  const { pages, sidebar } = wiki;
  const chosen = sidebar ? readSidebar({ sidebar, targets }) : [];
  const named = new Set(docPathsIn(chosen));
  const others = pages
    .filter(({ docPath }) => docPath !== 'index.md' && !named.has(docPath))
    .map(({ title, docPath }) => ({ title, docPath }))
    .sort((one, other) => one.title.localeCompare(other.title, 'en'));
  const home = named.has('index.md')
    ? []
    : [{ title: 'Home', docPath: 'index.md' }];
  if (chosen.length === 0) return [...home, ...others];
  return [
    ...home,
    ...chosen,
    ...(others.length > 0 ? [{ title: 'Other pages', entries: others }] : []),
  ];
}

function docPathsIn(entries: NavEntry[]): string[] {
  return entries.flatMap(entry => {
    if ('entries' in entry) return docPathsIn(entry.entries);
    return 'docPath' in entry ? [entry.docPath] : [];
  });
}
