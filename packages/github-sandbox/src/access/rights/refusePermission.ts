import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Repository } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Access } from '../../http/Route';
import type { Viewer } from '../Viewer';
import { grantedPermissions } from './grantedPermissions';
import { includesLevel } from './includesLevel';
import { type NeededPermission, permissionFor } from './permissionFor';

/** Permissions whose subject stays hidden in a public repository. */
const NEVER_PUBLIC = new Set([
  'administration',
  'secrets',
  'dependabot_secrets',
  'actions_variables',
  'repository_hooks',
  'vulnerability_alerts',
  'secret_scanning_alerts',
  'security_events',
]);

/** Whether everybody may read what a route is about: public repositories, apart from what is their administrators'. */
export function isPublicRead(options: {
  access: Access;
  isRead: boolean;
  repository?: Repository;
}): boolean {
  const { access, isRead, repository } = options;
  return (
    isRead &&
    repository?.visibility === 'public' &&
    (access.role === undefined || access.role === 'pull') &&
    !NEVER_PUBLIC.has(access.permission?.name ?? '')
  );
}

/**
 * The 403 for a fine-grained token, a user-to-server token, an installation or an App without the permission, which it names in
 * X-Accepted-GitHub-Permissions. https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
 */
export function refusePermission(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  access: Access;
  isRead: boolean;
  repository?: Repository;
  organisation?: Organisation;
}): GitHubError | undefined {
  const { viewer, access, isRead, repository } = options;
  const needed = permissionFor({ access, isRead });
  if (!needed || isPublicRead({ access, isRead, repository })) return undefined;
  if (includesLevel({ granted: grantedPermissions(options), needed })) {
    return undefined;
  }
  return notAccessible({
    viewer,
    headers: { 'x-accepted-github-permissions': describe(needed) },
  });
}

/** `issues=write; pull_requests=write`: a semicolon stands for "or". https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
function describe({ name, level, or = [] }: NeededPermission): string {
  return [name, ...or].map(one => `${one}=${level}`).join('; ');
}

/** `Resource not accessible by integration`, or by whatever kind of token it is. */
export function notAccessible(options: {
  viewer: Viewer;
  headers?: Record<string, string>;
}): GitHubError {
  const { viewer, headers } = options;
  const isPersonal =
    viewer.kind === 'user' && viewer.token.kind === 'fineGrained';
  return new GitHubError({
    status: 403,
    message: `Resource not accessible by ${
      isPersonal ? 'personal access token' : 'integration'
    }`,
    headers,
  });
}
