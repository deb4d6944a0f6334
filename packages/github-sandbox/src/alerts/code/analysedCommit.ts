import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { branchTip } from '../../pulls/branchTip';
import { openGit } from '../../repositories/openGit';

/** The commit that was analysed last: the tip of the default branch, since every push is analysed. Zeros where there is none. */
export async function analysedCommit(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Promise<string> {
  const git = await openGit(options);
  const branch = options.repository.defaultBranch;
  return (await branchTip({ git, branch })) ?? '0'.repeat(40);
}
