import type { Access } from '../http/Route';

/** What Apps need for what only issues have: reading one, making one, reactions. */
export function issueAccess(level: 'read' | 'write'): Access {
  return { permission: { name: 'issues', level } };
}

/**
 * What Apps need for what issues and pull requests have both: comments, labels, assignees, milestones, the lock. Either permission opens
 * the route; `assertCovered` then asks for the one of the subject.
 * https://docs.github.com/rest/authentication/permissions-required-for-github-apps#repository-permissions-for-pull-requests
 */
export function conversationAccess(level: 'read' | 'write'): Access {
  return { permission: { name: 'issues', level, or: ['pull_requests'] } };
}
