import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Where a relative reference of a descriptor leads on this disk. */
export type LocalReference =
  | { kind: 'url' }
  /** A URL that no catalog reads, such as one of `file:`. */
  | { kind: 'otherScheme' }
  | { kind: 'path'; path: string; leavesRepository: boolean }
  | { kind: 'unknown' };

/**
 * Resolves a reference the way the catalog does for a file that is read from a repository: relative to the file, or
 * to the root of the repository when it starts with a slash. `unknown` where there is no repository to tell the root.
 */
export function localReference(options: {
  reference: string;
  /** Absolute path of the file that holds the reference. */
  from: string;
}): LocalReference {
  const { reference, from } = options;
  if (URL.canParse(reference)) {
    return /^https?:/i.test(reference.trim())
      ? { kind: 'url' }
      : { kind: 'otherScheme' };
  }
  const root = repositoryRoot(dirname(from));
  const plain = reference.replace(/[?#].*$/s, '');
  if (plain.startsWith('/')) {
    return root
      ? { kind: 'path', path: join(root, plain), leavesRepository: false }
      : { kind: 'unknown' };
  }
  const path = resolve(dirname(from), plain);
  return {
    kind: 'path',
    path,
    leavesRepository:
      root !== undefined && relative(root, path).startsWith('..'),
  };
}

function repositoryRoot(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) {
      return current;
    }
    if (current === dirname(current)) {
      return undefined;
    }
  }
}
