import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import { baseBranchMoved } from './baseBranchMoved';
import { branchDeleted } from './branchDeleted';
import { closeByCommits } from './closeByCommits';
import { headBranchMoved } from './headBranchMoved';

export type PushEvent = Extract<SandboxEvent, { name: 'push' }>;

/** What a push to a branch means for pull requests and issues. */
export async function afterPush(options: {
  sandbox: Sandbox;
  push: PushEvent;
}): Promise<void> {
  const { sandbox, push } = options;
  const [, branch] = /^refs\/heads\/(.+)$/.exec(push.ref) ?? [];
  if (!branch) return;
  const all = { sandbox, push, branch };
  if (!push.after) {
    branchDeleted(all);
    return;
  }
  await headBranchMoved({ ...all, after: push.after });
  await baseBranchMoved({ ...all, after: push.after });
  if (branch === push.repository.defaultBranch) {
    await closeByCommits({ ...all, after: push.after });
  }
}
