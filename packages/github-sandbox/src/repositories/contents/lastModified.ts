import type { GitRepository } from '../../git';

/** Last-Modified of what is at a path: when the last commit that changed it was made. `{}` where there is none. */
export async function lastModified(options: {
  git: GitRepository;
  commit: string;
  path: string;
}): Promise<Record<string, string>> {
  const { git, commit, path } = options;
  const [last] = await git.history({ from: commit, path, limit: 1 });
  return last ? { 'last-modified': last.committer.date.toUTCString() } : {};
}
