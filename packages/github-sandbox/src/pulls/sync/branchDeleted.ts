import type { Sandbox } from '../../core/Sandbox';
import { closeIssue } from '../../issues/changes/closeIssue';
import { emitIssueChange } from '../../issues/events/emitIssueChange';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import { openPullsFrom, openPullsInto } from '../head/openPullsFrom';
import { isPullRequest } from '../PullRequest';
import type { PushEvent } from './afterPush';

/**
 * Closes the open pull requests of a branch that is gone. Those that were to be merged into it are aimed at the branch that it was itself
 * merged into. https://docs.github.com/pull-requests/collaborating-with-pull-requests/proposing-changes-to-your-work-with-pull-requests/about-branches#working-with-branches
 */
export function branchDeleted(options: {
  sandbox: Sandbox;
  push: PushEvent;
  branch: string;
}): void {
  const { sandbox, push, branch } = options;
  const { repository, sender: actor } = push;
  const pulls = sandbox.state.issues
    .by('repository', repository.id)
    .filter(isPullRequest)
    .filter(
      ({ pull }) =>
        pull.head.repositoryId === repository.id && pull.head.ref === branch,
    );
  const merged = pulls.findLast(({ pull }) => pull.mergedAt);
  if (merged) {
    const change = { sandbox, repository, issue: merged, actor };
    recordIssueEvent({ ...change, event: 'head_ref_deleted' });
  }
  for (const { repository: base, issue } of openPullsFrom({
    sandbox,
    repository,
    branch,
  })) {
    const change = { sandbox, repository: base, issue, actor };
    closeIssue(change);
    recordIssueEvent({ ...change, event: 'head_ref_deleted' });
  }
  for (const issue of openPullsInto({ sandbox, repository, branch })) {
    const change = { sandbox, repository, issue, actor };
    if (!merged) {
      closeIssue(change);
      continue;
    }
    issue.pull.base.ref = merged.pull.base.ref;
    recordIssueEvent({
      ...change,
      event: 'base_ref_changed',
      detail: { from: branch, to: merged.pull.base.ref },
    });
    emitIssueChange({
      ...change,
      action: 'edited',
      extra: { changes: { base: { ref: { from: branch } } } },
    });
  }
}
