import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { GitRepository } from '../../git';
import { isPullRequest, type PullRequest } from '../../pulls/PullRequest';

/** The pull requests whose merge is among the commits between two points, in the order in which they were merged. */
export async function mergedPulls(options: {
  sandbox: Sandbox;
  repository: Repository;
  git: GitRepository;
  /** Left out: from the beginning. */
  from: string | undefined;
  to: string;
}): Promise<{ between: PullRequest[]; before: PullRequest[] }> {
  const { sandbox, repository, git, from, to } = options;
  const merged = sandbox.state.issues
    .by('repository', repository.id)
    .filter(isPullRequest)
    .filter(({ pull }) => pull.mergedAt !== null)
    .sort((a, b) => (a.pull.mergedAt! < b.pull.mergedAt! ? -1 : 1));
  const contains = async (commit: string, { pull }: PullRequest) =>
    pull.mergeCommitSha !== null &&
    git.isAncestor({ ancestor: pull.mergeCommitSha, of: commit });

  const between: PullRequest[] = [];
  const before: PullRequest[] = [];
  for (const issue of merged) {
    if (from && (await contains(from, issue))) before.push(issue);
    else if (await contains(to, issue)) between.push(issue);
  }
  return { between, before };
}
