import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';
import type { Comparison } from '../git';
import { openGit } from '../repositories/openGit';
import { branchTip } from './branchTip';
import type { PullRequest } from './PullRequest';

const known = new WeakMap<
  PullRequest,
  { key: string; comparison: Promise<Comparison | undefined> }
>();

/** The commit that a pull request is compared with: the tip of its base branch while it is open, later what that was. */
export async function baseShaOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
}): Promise<string> {
  const { issue } = options;
  const { base } = issue.pull;
  if (issue.state === 'closed') return base.sha;
  const git = await openGit(options);
  return (await branchTip({ git, branch: base.ref })) ?? base.sha;
}

/** The commits and changed files of a pull request. Undefined if its base and head have no commit in common. */
export async function comparisonOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
}): Promise<Comparison | undefined> {
  const { issue } = options;
  const base = await baseShaOf(options);
  const head = issue.pull.head.sha;
  const key = `${base}...${head}`;
  const before = known.get(issue);
  if (before?.key === key) return before.comparison;
  const git = await openGit(options);
  const comparison = git.compare({ base, head });
  known.set(issue, { key, comparison });
  return comparison;
}
