import { revokeToken } from '../../access/revokeToken';
import { GitHubError } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Call, Route } from '../../http/Route';
import { presentRepository } from '../../repositories/present/presentRepository';
import { coveredRepositories } from '../installations/coveredRepositories';

/** What an installation token asks about itself. https://docs.github.com/rest/apps/installations */
export const installationItselfRoutes: Route[] = [
  {
    route: 'GET /installation/repositories',
    on: 'anything',
    access: { as: 'signedIn' },
    handle(call) {
      const { sandbox, urls } = call;
      const viewer = asInstallation(
        call,
        'You must authenticate with an installation access token in order to list repositories for an installation.',
      );
      const { installation, token } = viewer;
      const { rows, total } = paginate({
        call,
        rows: coveredRepositories({ sandbox, installation }).filter(
          ({ id }) =>
            token.repositoryIds === null || token.repositoryIds.includes(id),
        ),
      });
      return {
        body: {
          total_count: total,
          repository_selection: token.repositoryIds
            ? 'selected'
            : installation.repositorySelection,
          repositories: rows.map(repository =>
            presentRepository({ sandbox, urls, viewer, repository }),
          ),
        },
        total,
      };
    },
  },
  {
    route: 'DELETE /installation/token',
    on: 'anything',
    access: { as: 'signedIn' },
    handle(call) {
      const { sandbox } = call;
      const { token } = asInstallation(
        call,
        'You must authenticate with an installation access token in order to revoke it.',
      );
      revokeToken({ sandbox, token });
      return { status: 204 };
    },
  },
];

function asInstallation({ viewer }: Call, message: string) {
  if (viewer.kind !== 'installation') {
    throw new GitHubError({ status: 403, message });
  }
  return viewer;
}
