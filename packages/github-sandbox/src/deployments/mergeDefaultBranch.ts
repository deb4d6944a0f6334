import type { Sandbox } from '../core/Sandbox';
import type { Repository, User } from '../core/state';
import type { GitRepository } from '../git';
import { branchTip } from '../pulls/branchTip';
import {
  signatureOf,
  webCommitter,
} from '../repositories/identity/signatureOf';
import { moveRef } from '../repositories/refs/moveRef';

/** Merges the default branch into the branch that shall be deployed, where that is behind. Undefined: there is nothing to merge. */
export async function mergeDefaultBranch(options: {
  sandbox: Sandbox;
  repository: Repository;
  actor: User;
  git: GitRepository;
  ref: string;
  /** The commit of `ref`. */
  sha: string;
}): Promise<
  { outcome: 'autoMerged' | 'mergeConflict'; message: string } | undefined
> {
  const { sandbox, repository, actor, git, ref, sha } = options;
  const { defaultBranch } = repository;
  const tip = await branchTip({ git, branch: defaultBranch });
  const isBranch = (await branchTip({ git, branch: ref })) === sha;
  if (!tip || !isBranch || ref === defaultBranch) return undefined;
  if (await git.isAncestor({ ancestor: tip, of: sha })) return undefined;

  const conflict = {
    outcome: 'mergeConflict' as const,
    message: `Conflict merging ${defaultBranch} into ${ref}`,
  };
  const merged = await git.merge({ base: sha, head: tip });
  if (merged.outcome !== 'merged') return conflict;
  const date = sandbox.clock.now();
  const commit = await git.writeCommit({
    tree: merged.tree,
    parents: [sha, tip],
    author: signatureOf({ user: actor, date }),
    committer: webCommitter({ date }),
    message: `Merge ${defaultBranch} into ${ref}`,
  });
  const moved = await moveRef({
    sandbox,
    repository,
    ref: `refs/heads/${ref}`,
    change: { kind: 'update', sha: commit },
    sender: actor,
  });
  return moved === 'moved'
    ? {
        outcome: 'autoMerged',
        message: `Auto-merged ${defaultBranch} into ${ref} on deployment.`,
      }
    : conflict;
}
