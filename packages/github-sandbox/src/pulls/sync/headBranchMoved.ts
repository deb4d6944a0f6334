import type { Sandbox } from '../../core/Sandbox';
import { emitIssueChange } from '../../issues/events/emitIssueChange';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import { openGit } from '../../repositories/openGit';
import { branchTip } from '../branchTip';
import { openPullsFrom } from '../head/openPullsFrom';
import { setPullHead } from '../head/setPullRefs';
import { mergeabilityOf } from '../merge/mergeabilityOf';
import { branchRulesOf } from '../protection/branchRulesOf';
import { dismissReview } from '../reviews/dismissReview';
import { latestReviews } from '../reviews/latestReviews';
import type { PushEvent } from './afterPush';
import { moveReviewComments } from './moveReviewComments';

/** Brings what was pushed into the open pull requests of the branch. */
export async function headBranchMoved(options: {
  sandbox: Sandbox;
  push: PushEvent;
  branch: string;
  after: string;
}): Promise<void> {
  const { sandbox, push, branch, after } = options;
  const pulls = openPullsFrom({ sandbox, repository: push.repository, branch });
  for (const { repository, issue } of pulls) {
    const { pull } = issue;
    const before = pull.head.sha;
    if (before === after) continue;
    const change = { sandbox, repository, issue, actor: push.sender };
    pull.head.sha = after;
    await setPullHead({ sandbox, repository, issue });
    const git = await openGit({ sandbox, repository });
    pull.base.sha =
      (await branchTip({ git, branch: pull.base.ref })) ?? pull.base.sha;
    await moveReviewComments({ ...change, before });
    issue.updatedAt = push.at;
    if (push.forced) {
      recordIssueEvent({
        ...change,
        event: 'head_ref_force_pushed',
        detail: { commitSha: after },
      });
    }
    const rules = branchRulesOf({
      sandbox,
      repository,
      branch: pull.base.ref,
    });
    if (rules.dismissStaleReviews) {
      latestReviews({ sandbox, issue })
        .filter(({ state }) => state === 'APPROVED')
        .forEach(review =>
          dismissReview({ ...change, review, message: null, commitSha: after }),
        );
    }
    await mergeabilityOf({ sandbox, repository, issue });
    emitIssueChange({
      ...change,
      action: 'synchronize',
      extra: { before, after },
    });
  }
}
