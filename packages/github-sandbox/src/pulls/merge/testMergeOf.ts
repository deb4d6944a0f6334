import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { baseShaOf } from '../comparisonOf';
import { webCommitter } from '../../repositories/identity/signatureOf';
import { putRef } from '../head/setPullRefs';
import { openGit } from '../../repositories/openGit';
import type { PullRequest } from '../PullRequest';

export type TestMerge =
  | { outcome: 'merged'; sha: string }
  | { outcome: 'conflict' };

const known = new WeakMap<
  PullRequest,
  { key: string; merge: Promise<TestMerge> }
>();

/**
 * Tries to merge an open pull request into the tip of its base branch. The commit is kept as `refs/pull/N/merge` and in
 * `mergeCommitSha`, which is what GitHub gives while a pull request is open.
 */
export async function testMergeOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
}): Promise<TestMerge> {
  const { issue } = options;
  const base = await baseShaOf(options);
  const head = issue.pull.head.sha;
  const key = `${base} ${head}`;
  const before = known.get(issue);
  if (before?.key === key) return before.merge;
  const merge = tryMerge({ ...options, base, head });
  known.set(issue, { key, merge });
  return merge;
}

async function tryMerge(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
  base: string;
  head: string;
}): Promise<TestMerge> {
  const { sandbox, issue, base, head } = options;
  const git = await openGit(options);
  const ref = `refs/pull/${issue.number}/merge`;
  const merged = await git.merge({ base, head });
  if (merged.outcome !== 'merged') {
    issue.pull.mergeCommitSha = null;
    await git.deleteRef({ ref });
    return { outcome: 'conflict' };
  }
  const signature = webCommitter({ date: sandbox.clock.now() });
  const sha = await git.writeCommit({
    tree: merged.tree,
    parents: [base, head],
    author: signature,
    committer: signature,
    message: `Merge ${head} into ${base}`,
  });
  await putRef({ git, ref, sha });
  if (issue.state === 'open') issue.pull.mergeCommitSha = sha;
  return { outcome: 'merged', sha };
}
