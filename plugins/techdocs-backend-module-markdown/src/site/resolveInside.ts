import { isError } from '@backstage/errors';
import { realpath } from 'node:fs/promises';
import path from 'node:path';

/** Where a path really is; `path` is absolute, with every link resolved. */
export type ResolvedPath =
  | { outcome: 'found'; path: string }
  | { outcome: 'missing' }
  | { outcome: 'outside' };

/**
 * Resolves `path` relative to `root` and follows links, so that the answer tells about the
 * file that would be read. Anything not below `root` is `outside`, whether it exists or not.
 */
export async function resolveInside(options: {
  root: string;
  path: string;
}): Promise<ResolvedPath> {
  const lexical = path.resolve(options.root, options.path);
  if (!isBelow(path.resolve(options.root), lexical)) {
    return { outcome: 'outside' };
  }
  try {
    const root = await realpath(options.root);
    const real = await realpath(lexical);
    return isBelow(root, real)
      ? { outcome: 'found', path: real }
      : { outcome: 'outside' };
  } catch (error) {
    if (
      isError(error) &&
      ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(`${error.code}`)
    ) {
      return { outcome: 'missing' };
    }
    throw error;
  }
}

function isBelow(root: string, candidate: string): boolean {
  const relative = path.relative(root, candidate);
  return (
    relative === '' ||
    (relative !== '..' &&
      !relative.startsWith(`..${path.sep}`) &&
      !path.isAbsolute(relative))
  );
}
