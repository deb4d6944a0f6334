import { statusCheckRollupOf } from '../../checks/statusCheckRollupOf';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import { baseShaOf } from '../comparisonOf';
import { openGit } from '../../repositories/openGit';
import type { PullRequest } from '../PullRequest';
import { branchRulesOf } from './branchRulesOf';
import { missingCodeOwners } from './missingCodeOwners';
import { reviewDecisionOf } from './reviewDecisionOf';

const WORDS = {
  EXPECTED: 'expected',
  PENDING: 'in progress',
  FAILURE: 'failing',
  ERROR: 'failing',
};

/** One rule of the base branch that a pull request does not keep. `message` is GitHub's sentence. */
export interface Blocker {
  kind: 'review' | 'check' | 'behind' | 'locked';
  message: string;
}

/** Everything that the rules of the base branch have against a merge. */
export async function blockersOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
  /** Only what is against a merge by this person, who may pass some rules. */
  mergedBy?: User;
}): Promise<Blocker[]> {
  const { sandbox, repository, issue } = options;
  const { pull } = issue;
  const rules = branchRulesOf({ ...options, branch: pull.base.ref });
  const blockers: Blocker[] = [];

  const { approvals, against, needed } = reviewDecisionOf(options);
  if (rules.pullRequest && against > 0) {
    blockers.push({
      kind: 'review',
      message: `${count(
        against,
        'review',
      )} requesting changes by reviewers with write access.`,
    });
  } else if (approvals < needed) {
    blockers.push({
      kind: 'review',
      message: `At least ${count(needed, 'approving review')} ${
        needed === 1 ? 'is' : 'are'
      } required by reviewers with write access.`,
    });
  }
  if (rules.codeOwners) {
    const missing = await missingCodeOwners(options);
    if (missing.length > 0) {
      blockers.push({
        kind: 'review',
        message: `Waiting on code owner review from ${missing
          .map(owner => owner.replace(/^@/, ''))
          .join(' and/or ')}.`,
      });
    }
  }

  const rollup = statusCheckRollupOf({
    sandbox,
    repository,
    sha: pull.head.sha,
  });
  for (const { context, appId } of rules.checks) {
    const found = rollup?.contexts.filter(
      one =>
        one.name === context &&
        (appId === null ||
          (one.kind === 'checkRun' && one.checkRun.appId === appId)),
    );
    const state = found?.length
      ? found.find(one => one.state !== 'SUCCESS')?.state ?? 'SUCCESS'
      : 'EXPECTED';
    if (state !== 'SUCCESS') {
      blockers.push({
        kind: 'check',
        message: `Required status check "${context}" is ${WORDS[state]}.`,
      });
    }
  }

  if (rules.upToDate) {
    const git = await openGit({ sandbox, repository });
    const base = await baseShaOf(options);
    if (!(await git.isAncestor({ ancestor: base, of: pull.head.sha }))) {
      blockers.push({
        kind: 'behind',
        message: 'Head branch is not up to date with the base branch.',
      });
    }
  }
  if (rules.locked) {
    blockers.push({
      kind: 'locked',
      message: 'Cannot change this locked branch',
    });
  }
  return blockers;
}

function count(number: number, what: string) {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
