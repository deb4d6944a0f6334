import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Problem } from '../../issues/Problem';
import { openGit } from '../../repositories/openGit';
import { branchTip } from '../branchTip';
import { openPullsFrom } from './openPullsFrom';
import { resolveHead } from './resolveHead';

export type CheckedHead =
  | {
      outcome: 'good';
      repository: Repository;
      ownerId: number;
      branch: string;
      /** Commits. */
      base: string;
      head: string;
    }
  | { outcome: 'invalid'; problems: Problem[] };

/** Whether a pull request can be opened from `head` into the branch `base`. The texts are GitHub's. */
export async function checkHead(options: {
  sandbox: Sandbox;
  repository: Repository;
  head: string;
  headRepository?: string;
  base: string;
}): Promise<CheckedHead> {
  const { sandbox, repository, base: baseBranch } = options;
  const bad = (problem: Omit<Problem, 'resource'>): CheckedHead => ({
    outcome: 'invalid',
    problems: [{ resource: 'PullRequest', ...problem }],
  });

  const git = await openGit({ sandbox, repository });
  const base = await branchTip({ git, branch: baseBranch });
  if (!base) return bad({ field: 'base', code: 'invalid' });
  const found = resolveHead({ ...options, name: options.headRepository });
  if (found.outcome === 'missing') {
    return bad({ field: 'head', code: 'invalid' });
  }
  const headGit = await openGit({ sandbox, repository: found.repository });
  const head = await branchTip({ git: headGit, branch: found.branch });
  if (!head) return bad({ field: 'head', code: 'invalid' });

  const fromFork = found.repository !== repository;
  const owner = accountById({ sandbox, id: found.repository.ownerId });
  const baseOwner = accountById({ sandbox, id: repository.ownerId });
  const headLabel = `${owner?.login}:${found.branch}`;
  const names = fromFork
    ? { base: `${baseOwner?.login}:${baseBranch}`, head: headLabel }
    : { base: baseBranch, head: found.branch };
  if (fromFork) await git.importFrom({ repository: headGit, sha: head });
  if (await git.isAncestor({ ancestor: head, of: base })) {
    return bad({
      code: 'custom',
      message: `No commits between ${names.base} and ${names.head}`,
    });
  }
  if (!(await git.mergeBase({ a: base, b: head }))) {
    return bad({
      code: 'custom',
      message: `The ${names.head} branch has no history in common with ${names.base}`,
    });
  }
  const same = openPullsFrom({
    sandbox,
    repository: found.repository,
    branch: found.branch,
  }).some(
    other =>
      other.repository === repository &&
      other.issue.pull.base.ref === baseBranch,
  );
  if (same) {
    return bad({
      code: 'custom',
      message: `A pull request already exists for ${headLabel}.`,
    });
  }
  return {
    outcome: 'good',
    repository: found.repository,
    ownerId: found.repository.ownerId,
    branch: found.branch,
    base,
    head,
  };
}
