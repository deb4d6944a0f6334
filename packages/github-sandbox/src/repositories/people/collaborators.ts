import { actorOf, includesRole, roleOf } from '../../access';
import type { RepositoryPermission, User } from '../../core/state';
import {
  adminRightsNeeded,
  GitHubError,
  notFound,
} from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { presentCollaborator } from './presentCollaborator';
import { legacyPermission } from './presentPermission';
import { readRole } from './readRole';

/**
 * People with a role. An invitation is taken as accepted, so that adding somebody always answers as it does for members of the
 * organisation: 204. https://docs.github.com/rest/collaborators/collaborators
 */
export const collaboratorRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/collaborators',
    on: 'repository',
    access: { permission: { name: 'metadata', level: 'read' }, role: 'push' },
    handle(call) {
      const { sandbox, repository, urls, query } = call;
      const affiliation = query.get('affiliation') ?? 'all';
      const needed = query.has('permission')
        ? readRole(query.get('permission'))
        : 'pull';
      const people = sandbox.state.users
        .filter(({ type }) => type === 'User')
        .flatMap(user => {
          const role = roleOf({ sandbox, user, repository });
          return includesRole({ role, needed }) &&
            hasAffiliation(call, user, affiliation)
            ? { user, role }
            : [];
        });
      const { rows, total } = paginate({ call, rows: people });
      return {
        body: rows.map(row => presentCollaborator({ urls, ...row })),
        total,
      };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/collaborators/{username}',
    on: 'repository',
    access: { permission: { name: 'metadata', level: 'read' }, role: 'push' },
    handle(call) {
      if (!roleOf({ ...call, user: person(call) })) throw notFound();
      return { status: 204 };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
    on: 'repository',
    access: { permission: { name: 'metadata', level: 'read' }, role: 'push' },
    handle(call) {
      const user = person(call);
      const role =
        roleOf({ ...call, user }) ??
        (call.repository.visibility === 'public' ? 'pull' : undefined);
      const collaborator = presentCollaborator({ ...call, user, role });
      return {
        body: {
          permission: legacyPermission(role),
          role_name: collaborator.role_name,
          user: collaborator,
        },
      };
    },
  },
  {
    route: 'PUT /repos/{owner}/{repo}/collaborators/{username}',
    on: 'repository',
    access: {
      permission: { name: 'administration', level: 'write' },
      role: 'admin',
    },
    handle(call) {
      const { sandbox, repository, body } = call;
      const user = person(call);
      const permission = readRole(body.permission);
      if (user.id === repository.ownerId) {
        throw new GitHubError({
          status: 422,
          message: 'Repository owner cannot be a collaborator',
        });
      }
      const known = repository.collaborators.find(
        ({ userId }) => userId === user.id,
      );
      if (known) known.permission = permission;
      else repository.collaborators.push({ userId: user.id, permission });
      sandbox.events.emit({
        name: 'member',
        action: known ? 'edited' : 'added',
        repository,
        member: user,
        sender: actorOf(call.viewer),
      });
      return { status: 204 };
    },
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/collaborators/{username}',
    on: 'repository',
    access: {
      permission: { name: 'administration', level: 'write' },
      role: 'pull',
    },
    handle(call) {
      const { sandbox, repository, viewer } = call;
      const user = person(call);
      assertMayRemove(call, user);
      repository.collaborators = repository.collaborators.filter(
        ({ userId }) => userId !== user.id,
      );
      sandbox.events.emit({
        name: 'member',
        action: 'removed',
        repository,
        member: user,
        sender: actorOf(viewer),
      });
      return { status: 204 };
    },
  },
];

function person({ sandbox, params }: RepositoryCall): User {
  const user = sandbox.state.users.first(
    'login',
    params.username.toLowerCase(),
  );
  if (!user) throw notFound();
  return user;
}

function hasAffiliation(
  { sandbox, repository }: RepositoryCall,
  user: User,
  affiliation: string,
): boolean {
  const isDirect = repository.collaborators.some(
    ({ userId }) => userId === user.id,
  );
  if (affiliation === 'direct') return isDirect;
  if (affiliation !== 'outside') return true;
  const organisation = sandbox.state.organisations.get(repository.ownerId);
  return (
    isDirect && !organisation?.members.some(({ userId }) => userId === user.id)
  );
}

/** People may remove themselves; others need to administer the repository. */
function assertMayRemove(call: RepositoryCall, user: User) {
  const { viewer } = call;
  if (viewer.kind !== 'user' || viewer.user.id === user.id) return;
  const role: RepositoryPermission | undefined = roleOf({
    ...call,
    user: viewer.user,
  });
  if (role !== 'admin') {
    throw adminRightsNeeded();
  }
}
