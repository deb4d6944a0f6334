import type { GitRepository } from '../git';

/** The commit that a branch is at. */
export async function branchTip(options: {
  git: GitRepository;
  branch: string;
}): Promise<string | undefined> {
  const ref = await options.git.readRef({
    ref: `refs/heads/${options.branch}`,
  });
  return ref?.sha;
}
