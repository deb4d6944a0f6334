import { moveRef } from '../../repositories/refs/moveRef';
import { openPullsFrom } from '../head/openPullsFrom';
import type { PullChange } from '../PullChange';

/** Deletes the head branch of a merged pull request where the repository is set so. Forks keep theirs, and so does a default branch. */
export async function deleteMergedBranch(options: PullChange): Promise<void> {
  const { sandbox, repository, issue, actor } = options;
  const { head } = issue.pull;
  const stays =
    !repository.merging.deleteBranchOnMerge ||
    head.repositoryId !== repository.id ||
    head.ref === repository.defaultBranch ||
    openPullsFrom({ sandbox, repository, branch: head.ref }).length > 0;
  if (stays) return;
  await moveRef({
    sandbox,
    repository,
    ref: `refs/heads/${head.ref}`,
    change: { kind: 'delete' },
    sender: actor,
  });
}
