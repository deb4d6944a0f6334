import { openGit } from '../../repositories/openGit';
import {
  signatureOf,
  webCommitter,
} from '../../repositories/identity/signatureOf';
import { moveRef } from '../../repositories/refs/moveRef';
import { baseShaOf } from '../comparisonOf';
import type { PullChange } from '../PullChange';

export type UpdateBranchOutcome =
  | { outcome: 'updated' }
  /** GitHub's sentence. */
  | { outcome: 'invalid'; message: string };

/** Merges the base branch into the head branch. https://docs.github.com/rest/pulls/pulls#update-a-pull-request-branch */
export async function updateBranch(
  options: Omit<PullChange, 'at'> & {
    /** The head that the caller has seen. */
    expectedHead?: string;
  },
): Promise<UpdateBranchOutcome> {
  const { sandbox, repository, issue, actor, expectedHead } = options;
  const { head, base } = issue.pull;
  const no = (message: string): UpdateBranchOutcome => ({
    outcome: 'invalid',
    message,
  });
  if (expectedHead && expectedHead !== head.sha) {
    return no("expected head sha didn't match current head ref.");
  }
  const source =
    head.repositoryId === null
      ? undefined
      : sandbox.state.repositories.get(head.repositoryId);
  if (issue.state === 'closed' || !source) {
    return no('Cannot update the branch of a closed pull request.');
  }
  const git = await openGit({ sandbox, repository: source });
  const tip = await baseShaOf(options);
  if (source !== repository) {
    await git.importFrom({
      repository: await openGit({ sandbox, repository }),
      sha: tip,
    });
  }
  if (await git.isAncestor({ ancestor: tip, of: head.sha })) {
    return no('There are no new commits on the base branch.');
  }
  const merged = await git.merge({ base: head.sha, head: tip });
  if (merged.outcome !== 'merged') {
    return no('merge conflict between base and head');
  }
  const date = sandbox.clock.now();
  const sha = await git.writeCommit({
    tree: merged.tree,
    parents: [head.sha, tip],
    author: signatureOf({ user: actor, date }),
    committer: webCommitter({ date }),
    message: `Merge branch '${base.ref}' into ${head.ref}`,
  });
  const moved = await moveRef({
    sandbox,
    repository: source,
    ref: `refs/heads/${head.ref}`,
    change: { kind: 'update', sha },
    sender: actor,
  });
  return moved === 'moved'
    ? { outcome: 'updated' }
    : no("expected head sha didn't match current head ref.");
}
