import { statusCheckRollupOf } from '../../checks/statusCheckRollupOf';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { branchTip } from '../branchTip';
import { blockersOf } from '../protection/blockersOf';
import type { PullRequest } from '../PullRequest';
import { testMergeOf } from './testMergeOf';

/** https://docs.github.com/graphql/reference/enums#mergestatestatus, in REST's small letters. */
export type MergeableState =
  | 'clean'
  | 'dirty'
  | 'blocked'
  | 'unstable'
  | 'behind'
  | 'draft'
  | 'unknown';

export interface Mergeability {
  /** Null where it makes no sense to ask: the pull request is closed, or its base branch is gone. */
  mergeable: boolean | null;
  state: MergeableState;
}

/** Whether a pull request can be merged, by a real merge, and what GitHub calls the state it is in. */
export async function mergeabilityOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
}): Promise<Mergeability> {
  const { sandbox, repository, issue } = options;
  const git = await openGit({ sandbox, repository });
  if (
    issue.state === 'closed' ||
    !(await branchTip({ git, branch: issue.pull.base.ref }))
  ) {
    return { mergeable: null, state: 'unknown' };
  }
  const merge = await testMergeOf(options);
  if (merge.outcome === 'conflict') return { mergeable: false, state: 'dirty' };
  if (issue.pull.draft) return { mergeable: true, state: 'draft' };

  const blockers = await blockersOf(options);
  if (blockers.length > 0) {
    const behindOnly = blockers.every(({ kind }) => kind === 'behind');
    return { mergeable: true, state: behindOnly ? 'behind' : 'blocked' };
  }
  const rollup = statusCheckRollupOf({
    sandbox,
    repository,
    sha: issue.pull.head.sha,
  });
  return {
    mergeable: true,
    state: rollup && rollup.state !== 'SUCCESS' ? 'unstable' : 'clean',
  };
}
