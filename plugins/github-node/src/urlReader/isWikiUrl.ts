/**
 * Whether a URL at a GitHub is of a wiki: `https://HOST/OWNER/REPO/wiki` or `https://HOST/OWNER/REPO.wiki.git`. A wiki is a git repository of
 * its own, that GitHub's API does not give.
 */
export function isWikiUrl(url: URL): boolean {
  return /^\/[^/]+\/(?:[^/]+\/wiki(?:\/|$)|[^/]+\.wiki(?:\.git)?\/?$)/.test(
    url.pathname,
  );
}
