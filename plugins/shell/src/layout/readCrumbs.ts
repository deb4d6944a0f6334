import type { RailEntries } from './railEntries';

export interface Crumb {
  label: string;
  /** Absent for where one is. */
  href?: string;
}

const ENTITY_PATH = /^\/catalog\/([^/]+)\/([^/]+)\/([^/]+)/;
const DOCS_PATH = /^\/docs\/([^/]+)\/([^/]+)\/([^/]+)/;

/**
 * Where one is, in words, from the address alone: so the line is there at once and does not move while a page loads.
 * `registered` are the entries that pages add below their own.
 */
export function readCrumbs(options: {
  pathname: string;
  entries: RailEntries;
  registered: Array<{ label: string; href: string }>;
}): Crumb[] {
  const { pathname, entries, registered } = options;
  const { main, plugins, foot, elsewhere } = entries;
  const page = [...main, ...plugins, ...foot, ...elsewhere]
    .filter(
      ({ href }) =>
        pathname === href ||
        (href !== '/' && pathname.startsWith(`${href.replace(/\/$/, '')}/`)),
    )
    .sort((a, b) => b.href.length - a.href.length)[0];

  const crumbs: Crumb[] = page ? [{ label: page.title, href: page.href }] : [];
  const match = pathname.match(ENTITY_PATH) ?? pathname.match(DOCS_PATH);
  if (match) {
    const [, namespace, kind, name] = match.map(decodeURIComponent);
    const isDefault = namespace === 'default';
    crumbs.push({ label: isDefault ? kind : `${kind} in ${namespace}` });
    crumbs.push({ label: name });
  } else {
    // The first registered entry is the page itself.
    crumbs.push(
      ...registered
        .slice(page ? 1 : 0)
        .map(entry => ({ ...entry, href: below({ page, href: entry.href }) })),
    );
  }
  const last = crumbs[crumbs.length - 1];
  if (last) delete last.href;
  return crumbs;
}

/** Stock pages register parts of themselves by their own paths: `/tasks` of `/create` is `/create/tasks`. */
function below(options: { page: { href: string } | undefined; href: string }) {
  const { page, href } = options;
  return page && page.href !== '/' && !href.startsWith(page.href)
    ? `${page.href.replace(/\/$/, '')}${href}`
    : href;
}
