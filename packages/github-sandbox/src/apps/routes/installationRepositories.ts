import { canSee, includesRole, includesScope, roleOf } from '../../access';
import type { Installation, Repository, User } from '../../core/state';
import {
  adminRightsNeeded,
  GitHubError,
  notFound,
} from '../../http/GitHubError';
import type { Call, Route } from '../../http/Route';
import { selectRepositories } from '../installations/selectRepositories';

const access = { as: 'user' } as const;

/** Adds and removes single repositories, by a classic token. https://docs.github.com/rest/apps/installations */
export const installationRepositoryRoutes: Route[] = [
  {
    route:
      'PUT /user/installations/{installation_id}/repositories/{repository_id}',
    on: 'anything',
    access,
    handle(call) {
      const { installation, repository, user } = readSubject(call);
      if (
        installation.repositorySelection === 'all' ||
        installation.repositoryIds.includes(repository.id)
      ) {
        return { status: 304 };
      }
      selectRepositories({
        sandbox: call.sandbox,
        installation,
        repositoryIds: [...installation.repositoryIds, repository.id],
        actor: user,
      });
      return { status: 204 };
    },
  },
  {
    route:
      'DELETE /user/installations/{installation_id}/repositories/{repository_id}',
    on: 'anything',
    access,
    handle(call) {
      const { installation, repository, user } = readSubject(call);
      const left = installation.repositoryIds.filter(
        id => id !== repository.id,
      );
      if (installation.repositorySelection === 'all' || left.length === 0) {
        throw new GitHubError({
          status: 422,
          message:
            'Cannot remove a repository from an installation on all repositories, nor the last one',
        });
      }
      selectRepositories({
        sandbox: call.sandbox,
        installation,
        repositoryIds: left,
        actor: user,
      });
      return { status: 204 };
    },
  },
];

/** Throws where the token, the repository or the person's role in it is not what it must be. */
function readSubject({ sandbox, viewer, params }: Call): {
  installation: Installation;
  repository: Repository;
  user: User;
} {
  const installation = sandbox.state.installations.get(
    Number(params.installation_id),
  );
  const repository = sandbox.state.repositories.get(
    Number(params.repository_id),
  );
  if (
    viewer.kind !== 'user' ||
    viewer.token.kind !== 'classic' ||
    !includesScope({ granted: viewer.token.scopes, needed: 'repo' })
  ) {
    throw new GitHubError({
      status: 403,
      message:
        'You must authenticate with a personal access token (classic) with the repo scope',
    });
  }
  if (
    !installation ||
    repository?.ownerId !== installation.accountId ||
    !canSee({ sandbox, viewer, repository })
  ) {
    throw notFound();
  }
  const { user } = viewer;
  if (
    !includesRole({
      role: roleOf({ sandbox, user, repository }),
      needed: 'admin',
    })
  ) {
    throw adminRightsNeeded();
  }
  return { installation, repository, user };
}
