import { canSee } from '../../access';
import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Installation, Repository } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Call, Route } from '../../http/Route';
import { presentRepository } from '../../repositories/present/presentRepository';
import { coveredRepositories } from '../installations/coveredRepositories';
import { presentInstallation } from '../present/presentInstallation';

const access = { as: 'user' } as const;

/** What a person has of an App's installations. https://docs.github.com/rest/apps/installations */
export const userInstallationRoutes: Route[] = [
  {
    route: 'GET /user/installations',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox, urls } = call;
      const { rows, total } = paginate({ call, rows: installationsOf(call) });
      return {
        body: {
          total_count: total,
          installations: rows.map(installation =>
            presentInstallation({ sandbox, urls, installation }),
          ),
        },
        total,
      };
    },
  },
  {
    route: 'GET /user/installations/{installation_id}/repositories',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox, urls, viewer, params } = call;
      const installation = installationsOf(call).find(
        ({ id }) => id === Number(params.installation_id),
      );
      if (!installation) throw notFound();
      const { rows, total } = paginate({
        call,
        rows: visibleRepositories({ sandbox, viewer, installation }),
      });
      return {
        body: {
          total_count: total,
          repository_selection: installation.repositorySelection,
          repositories: rows.map(repository =>
            presentRepository({ sandbox, urls, viewer, repository }),
          ),
        },
        total,
      };
    },
  },
];

/** Those of the App whose user-to-server token this is, on accounts where the person is the owner or sees a repository. */
function installationsOf({ sandbox, viewer }: Call): Installation[] {
  if (viewer.kind !== 'user' || viewer.token.kind !== 'userToServer') {
    throw new GitHubError({
      status: 403,
      message:
        'You must authenticate with an access token authorized to a GitHub App in order to list installations',
    });
  }
  const app = sandbox.state.apps.first('client', viewer.token.clientId ?? '');
  return (app ? sandbox.state.installations.by('app', app.id) : []).filter(
    installation =>
      !installation.suspendedAt &&
      (installation.accountId === viewer.user.id ||
        visibleRepositories({ sandbox, viewer, installation }).length > 0),
  );
}

function visibleRepositories(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  installation: Installation;
}): Repository[] {
  const { sandbox, viewer, installation } = options;
  const only = viewer.kind === 'user' ? viewer.token.repositoryIds : null;
  return coveredRepositories({ sandbox, installation }).filter(
    repository =>
      canSee({ sandbox, viewer, repository }) &&
      (only === null || only.includes(repository.id)),
  );
}
