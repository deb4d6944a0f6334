import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { webCommitter } from '../../repositories/identity/signatureOf';
import { comparisonOf } from '../comparisonOf';
import type { PullRequest } from '../PullRequest';

const known = new WeakMap<
  PullRequest,
  { key: string; rebaseable: Promise<boolean> }
>();

/** Whether the commits of an open pull request that can be merged can be rebased as well, one after the other. */
export async function isRebaseable(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
}): Promise<boolean> {
  const { issue } = options;
  const comparison = await comparisonOf(options);
  if (!comparison) return false;
  const { base, head, commits, mergeBase } = comparison;
  // One commit on the merge base is moved just as it is merged.
  if (commits.length === 1 && commits[0].parents.length === 1) return true;

  const key = `${base} ${head}`;
  const before = known.get(issue);
  if (before?.key === key) return before.rebaseable;
  const rebaseable = tryRebase({ ...options, base, head, mergeBase });
  known.set(issue, { key, rebaseable });
  return rebaseable;
}

async function tryRebase(options: {
  sandbox: Sandbox;
  repository: Repository;
  base: string;
  head: string;
  mergeBase: string;
}): Promise<boolean> {
  const { sandbox, base, head, mergeBase } = options;
  const git = await openGit(options);
  const rebased = await git.rebase({
    onto: base,
    from: mergeBase,
    head,
    committer: webCommitter({ date: sandbox.clock.now() }),
  });
  return rebased.outcome === 'rebased';
}
