import { actorOf, canSee, includesRole, roleOf } from '../../../access';
import { grantedPermissions, includesLevel } from '../../../access';
import { notAccessible } from '../../../access/rights/refusePermission';
import { findRepository } from '../../../core/names/findRepository';
import type { Repository, RepositoryPermission } from '../../../core/state';
import {
  adminRightsNeeded,
  GitHubError,
  notFound,
} from '../../../http/GitHubError';
import { paginate } from '../../../http/paginate';
import type { Route } from '../../../http/Route';
import { ROLE_NAMES } from '../../../repositories/people/presentPermission';
import { readRole } from '../../../repositories/people/readRole';
import { presentRepository } from '../../../repositories/present/presentRepository';
import {
  removeTeamRepository,
  setTeamRepository,
} from '../changes/teamRepositories';
import { repositoriesOfTeam } from '../repositoriesOfTeam';
import { type TeamCall, teamRoutes } from './teamRoute';

const path = '/repos/{owner}/{repo}';

/** https://docs.github.com/rest/teams/teams#list-team-repositories */
export const teamRepositoryRoutes: Route[] = [
  ...teamRoutes({
    method: 'GET',
    path: '/repos',
    level: 'read',
    handle(call) {
      const rows = repositoriesOfTeam(call).filter(({ repository }) =>
        canSee({ ...call, repository }),
      );
      const page = paginate({ call, rows });
      return {
        body: page.rows.map(row => present(call, row)),
        total: page.total,
      };
    },
  }),
  ...teamRoutes({
    method: 'GET',
    path,
    level: 'read',
    handle(call) {
      const { id } = repositoryOf(call);
      const found = repositoriesOfTeam(call).find(
        ({ repository }) => repository.id === id,
      );
      if (!found) throw notFound();
      const wantsBody = call.headers
        .get('accept')
        ?.includes('application/vnd.github.v3.repository+json');
      return wantsBody ? { body: present(call, found) } : { status: 204 };
    },
  }),
  ...teamRoutes({
    method: 'PUT',
    path,
    // What the repository is asked for is `administration`, see below.
    level: 'read',
    scopes: ['admin:org', 'repo'],
    handle(call) {
      const { body, organisation, team, viewer } = call;
      const repository = repositoryOf(call);
      if (repository.ownerId !== organisation.id) {
        throw new GitHubError({
          status: 422,
          message: 'Validation Failed',
          errors: [
            {
              resource: 'TeamRepository',
              field: 'repository',
              code: 'invalid',
            },
          ],
        });
      }
      assertAdministers(call, repository);
      setTeamRepository({
        ...call,
        repository,
        permission:
          body.permission === undefined
            ? team.permission ?? 'pull'
            : readRole(body.permission),
        sender: actorOf(viewer),
      });
      return { status: 204 };
    },
  }),
  ...teamRoutes({
    method: 'DELETE',
    path,
    level: 'read',
    scopes: ['admin:org', 'repo'],
    handle(call) {
      const repository = repositoryOf(call);
      assertAdministers(call, repository);
      removeTeamRepository({
        ...call,
        repository,
        sender: actorOf(call.viewer),
      });
      return { status: 204 };
    },
  }),
];

function repositoryOf(call: TeamCall): Repository {
  const found = findRepository({
    ...call,
    owner: call.params.owner,
    name: call.params.repo,
  });
  if (
    found.outcome === 'missing' ||
    !canSee({ ...call, repository: found.repository })
  ) {
    throw notFound();
  }
  return found.repository;
}

/** People need to administer the repository, Apps and fine-grained tokens the permission `administration` on it. */
function assertAdministers(call: TeamCall, repository: Repository) {
  const { sandbox, viewer } = call;
  const isGranted = includesLevel({
    granted: grantedPermissions({ sandbox, viewer, repository }),
    needed: { name: 'administration', level: 'write' },
  });
  if (!isGranted) {
    throw notAccessible({
      viewer,
      headers: {
        'x-accepted-github-permissions': 'members=read,administration=write',
      },
    });
  }
  if (viewer.kind !== 'user') return;
  const role = roleOf({ sandbox, user: viewer.user, repository });
  if (!includesRole({ role, needed: 'admin' })) {
    throw adminRightsNeeded();
  }
}

/** GitHub's `team-repository`: `permissions` are those of the team. */
function present(
  call: TeamCall,
  row: { repository: Repository; permission: RepositoryPermission },
) {
  const { repository, permission: role } = row;
  const has = (needed: RepositoryPermission) => includesRole({ role, needed });
  return {
    ...presentRepository({ ...call, repository }),
    permissions: {
      admin: has('admin'),
      maintain: has('maintain'),
      push: has('push'),
      triage: has('triage'),
      pull: has('pull'),
    },
    role_name: ROLE_NAMES[role],
  };
}
