import { openGit } from '../../repositories/openGit';
import { rulesetReasons } from '../../repositories/protection/rulesetReasons';
import { moveRef } from '../../repositories/refs/moveRef';
import { branchTip } from '../branchTip';
import { blockersOf } from '../protection/blockersOf';
import type { PullChange } from '../PullChange';
import { beingMerged } from './beingMerged';
import { deleteMergedBranch } from './deleteMergedBranch';
import { markMerged } from './markMerged';
import { methodProblem } from './methodProblem';
import { writeMerge } from './writeMerge';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

export type MergePullOutcome =
  | { outcome: 'merged'; sha: string }
  /** The head is not the one that the caller has seen. */
  | { outcome: 'headMoved' }
  /** GitHub's sentence about why not. */
  | { outcome: 'notMergeable'; message: string };

/**
 * Merges a pull request into its base branch, if the branch's rules let it. https://docs.github.com/rest/pulls/pulls#merge-a-pull-request.
 * Whether the actor may write to the repository is asked before. Not for seeds: see `markMerged`.
 */
export async function mergePull(
  options: Omit<PullChange, 'at'> & {
    method?: MergeMethod;
    /** The head that the caller has seen. */
    sha?: string;
    commitTitle?: string;
    commitMessage?: string;
  },
): Promise<MergePullOutcome> {
  const { sandbox, repository, issue, actor, method = 'merge' } = options;
  const { pull } = issue;
  const no = (message: string): MergePullOutcome => ({
    outcome: 'notMergeable',
    message,
  });
  if (issue.state === 'closed') return no('Pull Request is not mergeable');
  if (pull.draft) return no('Pull Request is still a draft');
  if (options.sha && options.sha !== pull.head.sha) {
    return { outcome: 'headMoved' };
  }
  const problem = methodProblem({ sandbox, repository, issue, method });
  if (problem) return no(problem);

  const blockers = await blockersOf({ ...options, mergedBy: actor });
  if (blockers.length > 0) return no(sentence(blockers));

  const git = await openGit({ sandbox, repository });
  const base = await branchTip({ git, branch: pull.base.ref });
  if (!base) return no('Pull Request is not mergeable');
  const written = await writeMerge({ ...options, git, base, method });
  if (written.outcome === 'conflict') {
    return no(
      method === 'rebase'
        ? "This branch can't be rebased"
        : 'Pull Request is not mergeable',
    );
  }

  const reasons = await rulesetReasons({
    sandbox,
    repository,
    git,
    sender: actor,
    by: 'merge',
    change: {
      ref: `refs/heads/${pull.base.ref}`,
      before: base,
      after: written.sha,
      forced: false,
    },
  });
  if (reasons.length > 0) {
    return no(`Repository rule violations found\n\n${reasons.join(' ')}\n\n`);
  }

  beingMerged.add(issue);
  try {
    const moved = await moveRef({
      sandbox,
      repository,
      ref: `refs/heads/${pull.base.ref}`,
      change: { kind: 'update', sha: written.sha },
      sender: actor,
    });
    if (moved !== 'moved') {
      return no('Base branch was modified. Review and try the merge again.');
    }
    markMerged({ ...options, mergeCommitSha: written.sha, baseSha: base });
  } finally {
    beingMerged.delete(issue);
  }
  await deleteMergedBranch(options);
  return { outcome: 'merged', sha: written.sha };
}

/** One sentence for several checks that are still missing, as GitHub has it. */
function sentence(blockers: Array<{ kind: string; message: string }>): string {
  const [first] = blockers;
  const alike = blockers.filter(
    ({ kind, message }) => kind === 'check' && message.endsWith('expected.'),
  );
  return alike.length > 1 && alike.length === blockers.length
    ? `${alike.length} of ${alike.length} required status checks are expected.`
    : first.message;
}
