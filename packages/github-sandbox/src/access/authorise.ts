import type { Sandbox } from '../core/Sandbox';
import type { Organisation, Repository } from '../core/state';
import { GitHubError } from '../http/GitHubError';
import type { Access } from '../http/Route';
import { refuseKind } from './rights/refuseKind';
import { refusePermission } from './rights/refusePermission';
import { refuseRole } from './rights/refuseRole';
import { refuseScope } from './rights/refuseScope';
import { refuseSuspended } from './rights/refuseSuspended';
import { ssoRefusal } from './sso/ssoRefusal';
import type { Viewer } from './Viewer';

/** What changes in an archived repository: its settings (it can be unarchived), and what people note beside it. */
const NOT_ARCHIVED = new Set(['administration', 'metadata', 'starring']);

/**
 * Why the viewer may not call a route, or undefined. The repository is one that the credential reaches (`canReach`). The order is
 * GitHub's: who it is, single sign-on, permission or scope, role, and last what the repository itself forbids.
 * https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
export function authorise(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  access: Access;
  repository?: Repository;
  organisation?: Organisation;
  /** Reading or changing. */
  method: string;
}): GitHubError | undefined {
  const { sandbox, viewer, access, repository, method } = options;
  const isRead = method === 'GET' || method === 'HEAD';
  const organisation =
    options.organisation ??
    (repository && sandbox.state.organisations.get(repository.ownerId));
  const question = { ...options, isRead };

  const refusal =
    refuseSuspended(viewer) ??
    refuseKind(question) ??
    ssoRefusal({ sandbox, viewer, organisation });
  if (refusal || viewer.kind === 'anonymous' || viewer.kind === 'client') {
    return refusal;
  }
  if (access.as === 'app' || access.as === 'anybody') return undefined;
  return (
    refusePermission(question) ??
    (viewer.kind === 'user'
      ? refuseScope({ token: viewer.token, ...question }) ??
        refuseRole({ user: viewer.user, ...question })
      : undefined) ??
    refuseArchived({ access, isRead, repository })
  );
}

function refuseArchived(options: {
  access: Access;
  isRead: boolean;
  repository?: Repository;
}): GitHubError | undefined {
  const { access, isRead, repository } = options;
  return repository?.archived &&
    !isRead &&
    access.permission &&
    !NOT_ARCHIVED.has(access.permission.name)
    ? new GitHubError({
        status: 403,
        message: 'Repository was archived so is read-only.',
      })
    : undefined;
}
