/**
 * The fragment of a link to a heading as MkDocs names it: without accents, and with one hyphen where GitHub has several in a row. Empty where
 * nothing is left of it, since the page is better than nowhere.
 */
export function toMkdocsFragment(fragment: string): string {
  if (!fragment.startsWith('#')) return fragment;
  const id = decoded(fragment.slice(1))
    .replace(/^user-content-/, '')
    .normalize('NFKD')
    .replace(/[^ -~]/g, '')
    .trim()
    .replace(/[-\s]+/g, '-')
    .toLowerCase();
  return id && id !== '-' ? `#${encodeURIComponent(id)}` : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
