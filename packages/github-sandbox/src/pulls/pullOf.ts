import type { Access, RepositoryCall } from '../http/Route';
import { notFound } from '../http/GitHubError';
import { findIssue } from '../issues/findIssue';
import { isPullRequest } from './PullRequest';
import type { PullRequest } from './PullRequest';
import { pullsUpToDate } from './sync/syncQueue';

/** The pull request in the path of a request, with all pushes up to now. Throws 404. */
export async function pullOf(call: RepositoryCall): Promise<PullRequest> {
  await pullsUpToDate(call.sandbox);
  const issue = findIssue({ ...call, number: call.params.pull_number });
  if (!isPullRequest(issue)) throw notFound();
  return issue;
}

/** The permission that Apps need for pull requests. */
export function pullAccess(level: 'read' | 'write'): Access {
  return { permission: { name: 'pull_requests', level } };
}
