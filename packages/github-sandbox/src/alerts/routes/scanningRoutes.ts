import { GitHubError } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';

const REPOSITORY = '/repos/{owner}/{repo}';

/** Nothing here is ever scanned; these say so in the words that GitHub has for repositories where nothing was. */
export const scanningRoutes: Route[] = [
  ...[
    `GET ${REPOSITORY}/code-scanning/alerts`,
    `GET ${REPOSITORY}/code-scanning/alerts/{alert_number}`,
    `GET ${REPOSITORY}/code-scanning/analyses`,
  ].map(
    (route): Route => ({
      route,
      on: 'repository',
      access: {
        as: 'signedIn',
        permission: { name: 'security_events', level: 'read' },
        scopes: ['repo', 'security_events'],
      },
      handle: noAnalysis,
    }),
  ),
  ...[
    `GET ${REPOSITORY}/secret-scanning/alerts`,
    `GET ${REPOSITORY}/secret-scanning/alerts/{alert_number}`,
  ].map(
    (route): Route => ({
      route,
      on: 'repository',
      access: {
        as: 'signedIn',
        permission: { name: 'secret_scanning_alerts', level: 'read' },
        scopes: ['repo', 'security_events'],
      },
      handle() {
        throw new GitHubError({
          status: 404,
          message: 'Secret scanning is disabled on this repository.',
        });
      },
    }),
  ),
  ...['code-scanning', 'secret-scanning'].map(
    (kind): Route => ({
      route: `GET /orgs/{org}/${kind}/alerts`,
      on: 'organisation',
      access: {
        as: 'signedIn',
        permission: {
          name:
            kind === 'code-scanning'
              ? 'security_events'
              : 'secret_scanning_alerts',
          level: 'read',
        },
        scopes: ['repo', 'security_events'],
        organisation: 'admin',
      },
      handle: () => ({ body: [] }),
    }),
  ),
];

function noAnalysis({ repository }: RepositoryCall): never {
  throw repository.visibility === 'public'
    ? new GitHubError({ status: 404, message: 'no analysis found' })
    : new GitHubError({
        status: 403,
        message:
          'Advanced Security must be enabled for this repository to use code scanning.',
      });
}
