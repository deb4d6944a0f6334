import type { Repository } from '../../../core/state';
import { comparisonOf } from '../../../pulls/comparisonOf';
import { isPullRequest } from '../../../pulls/PullRequest';
import type { ConnectionArguments } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { pullConnection } from './pullConnection';

/** The pull requests that brought a commit, or will. https://docs.github.com/graphql/reference/objects#commit */
export async function pullsWithCommit(options: {
  repository: Repository;
  sha: string;
  args: ConnectionArguments & {
    orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  };
  context: GraphqlContext;
}) {
  const { repository, sha, args, context } = options;
  const { sandbox } = context;
  const pulls = sandbox.state.issues
    .by('repository', repository.id)
    .filter(isPullRequest);
  const having = new Set<number>();
  for (const issue of pulls) {
    const { head, mergeCommitSha, mergedAt } = issue.pull;
    if (head.sha === sha || (mergedAt && mergeCommitSha === sha)) {
      having.add(issue.id);
      continue;
    }
    const comparison = await comparisonOf({ sandbox, repository, issue });
    if (comparison?.commits.some(commit => commit.sha === sha)) {
      having.add(issue.id);
    }
  }
  return pullConnection({
    repositoryId: repository.id,
    args,
    context,
    accept: ({ id }) => having.has(id),
  });
}
