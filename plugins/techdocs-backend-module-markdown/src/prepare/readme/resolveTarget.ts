import type { ReadmeLocation } from './ReadmeLocation';

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i;

/** What a README names, seen from its repository. */
export type Target =
  /** Not in the repository, or on the page itself. */
  | { kind: 'elsewhere' }
  /** A file or page of the repository, as people open it. */
  | { kind: 'link'; url: string }
  | { kind: 'picture'; url: string; name: string };

/** Finds what a relative target means, by GitHub's rules: a slash in front is the root of the repository. */
export function resolveTarget(options: {
  target: string;
  location: ReadmeLocation;
}): Target {
  const { target, location } = options;
  if (ELSEWHERE.test(target.trim())) return { kind: 'elsewhere' };
  let url: URL;
  try {
    url = new URL(target.trim().replace(/^\//, ''), location.folder);
  } catch {
    return { kind: 'elsewhere' };
  }
  const isInside = url.href.startsWith(location.folder);
  if (!isInside || !PICTURE.test(url.pathname)) {
    return { kind: 'link', url: url.href };
  }
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  return {
    kind: 'picture',
    url: `${url.origin}${url.pathname}`,
    name: name.replace(/%[0-9a-f]{2}|[^\w.-]/gi, '-'),
  };
}
