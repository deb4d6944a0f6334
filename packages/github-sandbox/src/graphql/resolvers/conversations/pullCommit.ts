import { nodeId } from '../../../core/nodeId';
import type { PullRequest } from '../../../pulls/PullRequest';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import { repositoryById } from '../shared/repositoryById';
import { issuePath } from './issuePath';

/** A commit as a part of a pull request. https://docs.github.com/graphql/reference/objects#pullrequestcommit */
export function pullCommit(options: {
  issue: PullRequest;
  sha: string;
  context: GraphqlContext;
}) {
  const { issue, sha, context } = options;
  const path = `${issuePath({ issue, context })}/commits/${sha}`;
  return {
    __typename: 'PullRequestCommit' as const,
    id: nodeId({ type: 'PullRequestCommit', id: `${issue.pull.id}:${sha}` }),
    commit: source.commit(
      repositoryById({ id: issue.repositoryId, context }),
      sha,
    ),
    pullRequest: source.issue(issue),
    url: `${context.urls.html}${path}`,
    resourcePath: path,
  };
}
