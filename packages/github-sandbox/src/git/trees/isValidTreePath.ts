// What some file systems leave out when they compare names, so that git refuses to check such a name out.
const IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Whether a path can be in a tree: relative, and without a part that is empty, `.`, `..`, or `.git` as any file system may read it. */
export function isValidTreePath(path: string): boolean {
  return !path.includes('\0') && path.split('/').every(isValidPart);
}

function isValidPart(part: string): boolean {
  const name = part
    .replace(IGNORED, '')
    .replace(/[\\:].*$/s, '')
    .replace(/[ .]+$/, '')
    .toLowerCase();
  return (
    part !== '' &&
    part !== '.' &&
    part !== '..' &&
    name !== '.git' &&
    name !== 'git~1'
  );
}
