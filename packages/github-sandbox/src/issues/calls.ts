import { includesRole, roleOf } from '../access';
import { refusePermission } from '../access/rights/refusePermission';
import type { Issue, RepositoryPermission } from '../core/state';
import { adminRightsNeeded, GitHubError, notFound } from '../http/GitHubError';
import type { RepositoryCall } from '../http/Route';
import { findIssue } from './findIssue';
import { issueAccess } from './issueAccess';

/** The issue or pull request in the path of a request. Throws 404, and 403 as `assertCovered` does. */
export function issueOf(call: RepositoryCall): Issue {
  const issue = findIssue({ ...call, number: call.params.issue_number });
  if (!issue) throw notFound();
  assertCovered(call, issue);
  return issue;
}

/** Throws 403 for an issue if all that a token has is the permission for pull requests, with which the route could be called. */
export function assertCovered(call: RepositoryCall, issue: Issue): void {
  const refusal = coverageRefusal(call, issue);
  if (refusal) throw refusal;
}

/** Whether a token's permissions cover an issue or pull request of a list. */
export function isCovered(call: RepositoryCall, issue: Issue): boolean {
  return coverageRefusal(call, issue) === undefined;
}

function coverageRefusal(
  call: RepositoryCall,
  issue: Issue,
): GitHubError | undefined {
  if (issue.pull) return undefined;
  const { sandbox, viewer, repository, method } = call;
  const isRead = method === 'GET' || method === 'HEAD';
  return refusePermission({
    sandbox,
    viewer,
    repository,
    isRead,
    access: issueAccess(isRead ? 'read' : 'write'),
  });
}

/** Whether the caller has a role in the repository. What an App may do has been asked by the route's permission. */
export function hasRole(
  call: Pick<RepositoryCall, 'sandbox' | 'viewer' | 'repository'>,
  needed: RepositoryPermission,
): boolean {
  const { sandbox, viewer, repository } = call;
  if (viewer.kind === 'installation') return true;
  if (viewer.kind !== 'user') return false;
  const role = roleOf({ sandbox, user: viewer.user, repository });
  return includesRole({ role, needed });
}

/** Throws 403 unless the caller is the author or has the role. */
export function requireAuthorOr(
  call: RepositoryCall,
  options: { authorId: number; needed: RepositoryPermission },
): void {
  const { viewer } = call;
  const isAuthor =
    viewer.kind === 'user' && viewer.user.id === options.authorId;
  if (!isAuthor && !hasRole(call, options.needed)) {
    throw adminRightsNeeded();
  }
}
