import type { Wiki } from './Wiki';

/** What a link in a wiki leads to. */
export type Target =
  /** A page or file of the site, below `docs/`. */
  | { kind: 'page' | 'file'; docPath: string; fragment: string }
  /** Somewhere else, or a page that is not there yet: as it is at GitHub. */
  | { kind: 'address'; url: string };

/** Finds what links name, as GitHub does: pages by name wherever they lie, spaces and hyphens alike, case as it comes. */
export function createTargets(options: { wiki: Wiki }) {
  const { pages, assets, repositoryUrl } = options.wiki;
  const { origin, pathname } = new URL(repositoryUrl);
  const wikiUrl = `${repositoryUrl}/wiki`;
  const byName = new Map<string, string>();
  const add = (key: string, docPath: string) => {
    if (!byName.has(key)) byName.set(key, docPath);
  };
  for (const exact of [true, false]) {
    for (const { name, file, docPath } of pages) {
      const path = file.path.replace(/[^/]*$/, name);
      for (const key of [path, name].map(keyOf)) {
        add(exact ? key : key.toLowerCase(), docPath);
      }
    }
  }
  add('home', 'index.md');
  add('', byName.get('home')!);
  const files = new Map(assets.map(({ path }) => [path.toLowerCase(), path]));
  const prefixes = [
    `${wikiUrl}/`,
    `${pathname}/wiki/`,
    `https://raw.githubusercontent.com/wiki${pathname}/`,
    `${origin}/raw/wiki${pathname}/`,
  ].map(prefix => prefix.toLowerCase());

  /** A page or file by what follows `/wiki/`. */
  function find(name: string, fragment: string): Target | undefined {
    const path = decoded(name).replace(/^\/+|\/+$/g, '');
    const file = files.get(path.toLowerCase());
    if (file) return { kind: 'file', docPath: file, fragment };
    const key = keyOf(path);
    const last = key.slice(key.lastIndexOf('/') + 1);
    const docPath = [key, last]
      .flatMap(one => [one, one.replace(/\.(?:md|markdown)$/i, '')])
      .flatMap(one => [one, one.toLowerCase()])
      .map(one => byName.get(one))
      .find(Boolean);
    return docPath ? { kind: 'page', docPath, fragment } : undefined;
  }

  return {
    /** By what is written between `[[` and `]]`. */
    named(name: string): Target {
      if (isAddress(name)) return this.linked(name);
      const { path, fragment } = split(name);
      return (
        find(path, fragment) ?? {
          kind: 'address',
          url: `${wikiUrl}/${encodeURI(
            decoded(path).replace(/ /g, '-'),
          )}${fragment}`,
        }
      );
    },
    /** By the address of a link or an image, relative or not. */
    linked(href: string): Target {
      const { path, fragment } = split(href);
      const whole = path.startsWith('../')
        ? new URL(path, `${wikiUrl}/`).href
        : path.replace(/^\.\//, '');
      const lower = whole.toLowerCase();
      const prefix = prefixes.find(one => lower.startsWith(one));
      if (prefix || lower === wikiUrl.toLowerCase()) {
        const inside = prefix ? whole.slice(prefix.length) : '';
        return find(inside, fragment) ?? address(whole + fragment);
      }
      if (isAddress(whole)) return { kind: 'address', url: whole + fragment };
      if (whole.startsWith('/')) return address(whole + fragment);
      return (
        find(whole, fragment) ??
        find(whole.replace(/^wiki\//i, ''), fragment) ??
        address(`${wikiUrl}/${whole}${fragment}`)
      );
    },
  };

  function address(url: string): Target {
    return { kind: 'address', url: new URL(url, `${origin}/`).href };
  }
}

export type Targets = ReturnType<typeof createTargets>;

function isAddress(text: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text);
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/[ _]+/g, '-');
}

function split(href: string) {
  const at = href.search(/[?#]/);
  return at < 0
    ? { path: href, fragment: '' }
    : { path: href.slice(0, at), fragment: href.slice(at) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
