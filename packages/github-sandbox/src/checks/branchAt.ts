import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';
import { openGit } from '../repositories/openGit';

/** The branch whose tip a commit is: the default branch before others, null where it is none. */
export async function branchAt(options: {
  sandbox: Sandbox;
  repository: Repository;
  sha: string;
}): Promise<string | null> {
  const { repository, sha } = options;
  const git = await openGit(options);
  const names = (await git.listRefs({ prefix: 'refs/heads/' }))
    .filter(ref => ref.sha === sha)
    .map(({ ref }) => ref.slice('refs/heads/'.length));
  return names.includes(repository.defaultBranch)
    ? repository.defaultBranch
    : names[0] ?? null;
}
