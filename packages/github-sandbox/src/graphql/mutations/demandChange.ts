import { includesRole, roleOf } from '../../access';
import type { Issue, Repository, RepositoryPermission } from '../../core/state';
import { Problem } from '../Problem';
import { demandPermission } from '../rights/demandPermission';
import type { MutationCall } from './mutation';

/** Throws unless the viewer may change this in a repository: the permission for tokens that have some, the role for people. */
export function demandChange(options: {
  call: MutationCall;
  repository: Repository;
  permission: string;
  /** Left out: everybody who sees the repository. */
  role?: RepositoryPermission;
}): void {
  const { call, repository, permission, role } = options;
  const { context, name } = call;
  const { sandbox, viewer } = context;
  demandPermission({
    context,
    access: { permission: { name: permission, level: 'write' } },
    repository,
    write: true,
  });
  if (viewer.kind !== 'user' || !role) return;
  const has = roleOf({ sandbox, user: viewer.user, repository });
  if (includesRole({ role: has, needed: role })) return;
  throw new Problem({
    type: 'FORBIDDEN',
    message: `${viewer.user.login} does not have the correct permissions to execute \`${name}\``,
  });
}

/** The same for an issue or pull request, which its author may change, too. */
export function demandIssueChange(options: {
  call: MutationCall;
  issue: Issue;
  repository: Repository;
  role: RepositoryPermission;
}): void {
  const { call, issue, repository, role } = options;
  demandChange({
    call,
    repository,
    permission: issue.pull ? 'pull_requests' : 'issues',
    ...(issue.authorId !== call.actor.id && { role }),
  });
}
