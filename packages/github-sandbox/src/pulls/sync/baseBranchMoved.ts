import type { Sandbox } from '../../core/Sandbox';
import { openGit } from '../../repositories/openGit';
import { openPullsInto } from '../head/openPullsFrom';
import { beingMerged } from '../merge/beingMerged';
import { markMerged } from '../merge/markMerged';
import type { PushEvent } from './afterPush';

/** Marks pull requests as merged whose commits have come into their base branch by a push. */
export async function baseBranchMoved(options: {
  sandbox: Sandbox;
  push: PushEvent;
  branch: string;
  after: string;
}): Promise<void> {
  const { sandbox, push, branch, after } = options;
  const { repository } = push;
  const git = await openGit({ sandbox, repository });
  for (const issue of openPullsInto({ sandbox, repository, branch })) {
    if (beingMerged.has(issue)) continue;
    const head = issue.pull.head.sha;
    // Whether the others can still be merged is tried when somebody asks.
    if (!(await git.isAncestor({ ancestor: head, of: after }))) continue;
    const fresh = push.before
      ? (await git.compare({ base: push.before, head: after }))?.commits ?? []
      : [];
    const merge = fresh.find(({ parents }) => parents.slice(1).includes(head));
    markMerged({
      sandbox,
      repository,
      issue,
      actor: push.sender,
      mergeCommitSha: merge?.sha ?? head,
      baseSha: push.before,
    });
  }
}
