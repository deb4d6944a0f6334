import path from 'node:path';

/** A title from a file or folder name, by MkDocs's rule: `getting-started.md` is "Getting started". */
export function titleFromName(docPath: string): string {
  if (/^(?:index|readme)\.md$/i.test(docPath)) {
    return 'Home';
  }
  const base = path.posix
    .basename(docPath)
    .replace(/\.(?:md|markdown|mdown|mkdn|mkd)$/i, '');
  const words = base.replace(/[-_]+/g, ' ').trim() || base;
  return words === words.toLowerCase()
    ? words[0].toUpperCase() + words.slice(1)
    : words;
}
