import { reopenIssue } from '../../issues/changes/reopenIssue';
import type { Problem } from '../../issues/Problem';
import { openGit } from '../../repositories/openGit';
import { branchTip } from '../branchTip';
import { openPullsFrom } from '../head/openPullsFrom';
import { setPullHead } from '../head/setPullRefs';
import type { PullChange } from '../PullChange';

export type ReopenPullOutcome =
  | { outcome: 'reopened' }
  | { outcome: 'invalid'; problems: Problem[] };

/** Opens a closed pull request again, if its branches are still there and nothing else is open for them. The texts are GitHub's. */
export async function reopenPull(
  options: PullChange,
): Promise<ReopenPullOutcome> {
  const { sandbox, repository, issue } = options;
  const { pull } = issue;
  const bad = (message: string): ReopenPullOutcome => ({
    outcome: 'invalid',
    problems: [
      { resource: 'PullRequest', field: 'state', code: 'invalid', message },
    ],
  });
  if (issue.state === 'open') return { outcome: 'reopened' };
  if (pull.mergedAt) {
    return bad('state cannot be changed. The pull request cannot be reopened.');
  }
  const source =
    pull.head.repositoryId === null
      ? undefined
      : sandbox.state.repositories.get(pull.head.repositoryId);
  const tip =
    source &&
    (await branchTip({
      git: await openGit({ sandbox, repository: source }),
      branch: pull.head.ref,
    }));
  if (!source || !tip) {
    return bad(
      `state cannot be changed. The ${pull.head.ref} branch has been deleted.`,
    );
  }
  const base = await branchTip({
    git: await openGit({ sandbox, repository }),
    branch: pull.base.ref,
  });
  if (!base) {
    return bad(
      `state cannot be changed. The ${pull.base.ref} branch has been deleted.`,
    );
  }
  const other = openPullsFrom({
    sandbox,
    repository: source,
    branch: pull.head.ref,
  }).find(
    candidate =>
      candidate.repository === repository &&
      candidate.issue.pull.base.ref === pull.base.ref,
  );
  if (other) {
    return bad(
      `state cannot be changed. There is already an open pull request from ${pull.head.ref} to ${pull.base.ref}.`,
    );
  }
  // What was pushed while it was closed comes in now.
  pull.head.sha = tip;
  await setPullHead({ sandbox, repository, issue });
  reopenIssue(options);
  return { outcome: 'reopened' };
}
