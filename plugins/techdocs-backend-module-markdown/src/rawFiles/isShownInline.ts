import path from 'node:path';

/** What a browser shows on its own without running or rendering anything that the file says. */
const INLINE = new Set([
  // pictures; SVG is a document, not one of them
  ...['.avif', '.bmp', '.gif', '.ico', '.jpeg', '.jpg', '.png', '.webp'],
  // styles and fonts of a page
  ...['.css', '.otf', '.ttf', '.woff', '.woff2'],
  // sound and film
  ...['.m4a', '.mp3', '.mp4', '.ogg', '.wav', '.webm'],
  ...['.csv', '.json', '.log', '.md', '.txt', '.yaml', '.yml'],
]);

/**
 * Whether a file of a docs site may open in a tab of its own. Everything that is not known to be harmless is saved instead: a path
 * without an extension too, since it may be the page of a folder.
 */
export function isShownInline(options: {
  /** The path of a request, as it was sent. */
  path: string;
}): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(options.path);
  } catch {
    return false;
  }
  return INLINE.has(path.posix.extname(decoded).toLowerCase());
}
