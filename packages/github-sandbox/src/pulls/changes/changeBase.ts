import { emitIssueChange } from '../../issues/events/emitIssueChange';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import type { Problem } from '../../issues/Problem';
import { openGit } from '../../repositories/openGit';
import { branchTip } from '../branchTip';
import { openPullsFrom } from '../head/openPullsFrom';
import type { PullChange } from '../PullChange';

export type ChangeBaseOutcome =
  | { outcome: 'changed' | 'unchanged' }
  | { outcome: 'invalid'; problems: Problem[] };

/** Aims an open pull request at another branch. */
export async function changeBase(
  options: PullChange & { base: string },
): Promise<ChangeBaseOutcome> {
  const { sandbox, repository, issue, base } = options;
  const { pull } = issue;
  const bad = (problem: Omit<Problem, 'resource'>): ChangeBaseOutcome => ({
    outcome: 'invalid',
    problems: [{ resource: 'PullRequest', ...problem }],
  });
  if (pull.base.ref === base) return { outcome: 'unchanged' };
  if (issue.state === 'closed') {
    return bad({
      field: 'base',
      code: 'custom',
      message: 'Cannot change the base branch of a closed pull request.',
    });
  }
  const git = await openGit({ sandbox, repository });
  const tip = await branchTip({ git, branch: base });
  if (!tip) {
    return bad({
      field: 'base',
      code: 'invalid',
      message: `Proposed base branch '${base}' was not found`,
    });
  }
  if (await git.isAncestor({ ancestor: pull.head.sha, of: tip })) {
    return bad({
      field: 'base',
      code: 'custom',
      message: `There are no new commits between base branch '${base}' and head branch '${pull.head.ref}'`,
    });
  }
  const source =
    pull.head.repositoryId === null
      ? undefined
      : sandbox.state.repositories.get(pull.head.repositoryId);
  const same =
    source &&
    openPullsFrom({
      sandbox,
      repository: source,
      branch: pull.head.ref,
    }).some(
      other =>
        other.repository === repository && other.issue.pull.base.ref === base,
    );
  if (same) {
    return bad({
      field: 'base',
      code: 'custom',
      message: `A pull request already exists for base branch '${base}' and head branch '${pull.head.ref}'`,
    });
  }

  const from = { ref: pull.base.ref, sha: pull.base.sha };
  pull.base = { ref: base, sha: tip };
  recordIssueEvent({
    ...options,
    event: 'base_ref_changed',
    detail: { from: from.ref, to: base },
  });
  emitIssueChange({
    ...options,
    action: 'edited',
    extra: {
      changes: { base: { ref: { from: from.ref }, sha: { from: from.sha } } },
    },
  });
  return { outcome: 'changed' };
}
