import type { GitRepository } from '../../git';

/** Names with slashes are tried up to so many parts. */
const MOST_PARTS = 10;

/** Splits `feature/x/docs/a.md` into a ref that exists and the path in it. The shortest ref wins, as two can only be nested by a mistake. */
export async function splitRefAndPath(options: {
  git: GitRepository;
  refAndPath: string;
}): Promise<{ ref: string; commit: string; path: string } | undefined> {
  const { git, refAndPath } = options;
  const parts = refAndPath.split('/');
  for (let count = 1; count <= Math.min(parts.length, MOST_PARTS); count += 1) {
    const ref = parts.slice(0, count).join('/');
    const found = await git.resolve({ expression: ref, type: 'commit' });
    if (found) {
      return { ref, commit: found.sha, path: parts.slice(count).join('/') };
    }
  }
  return undefined;
}
