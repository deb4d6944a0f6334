/** Whose wiki it is. `host` is as in URLs, with the port where there is one. */
export interface WikiAddress {
  host: string;
  owner: string;
  /** Of the repository. */
  name: string;
}

const PATH = /^\/([^/]+)\/([^/]+?)(?:\/wiki(\/.+?)?|\.wiki(?:\.git)?)\/?$/;

/**
 * Takes the URL of a wiki apart: `https://HOST/OWNER/REPO/wiki`, as people see it, or `https://HOST/OWNER/REPO.wiki.git`, as git does.
 * `page`: it names something inside the wiki, which is not a wiki itself.
 */
export function readWikiUrl(
  url: string,
):
  | { outcome: 'wiki'; wiki: WikiAddress }
  | { outcome: 'page'; wiki: WikiAddress }
  | { outcome: 'other' } {
  if (!URL.canParse(url)) return { outcome: 'other' };
  const { host, pathname } = new URL(url);
  const match = PATH.exec(pathname);
  if (!match) return { outcome: 'other' };
  const [, owner, name, page] = match;
  return {
    outcome: page ? 'page' : 'wiki',
    wiki: { host, owner: decoded(owner), name: decoded(name) },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
