import type { Permissions } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { presentRepository } from '../../repositories/present/presentRepository';
import { createInstallationToken } from '../installations/createInstallationToken';
import { ownInstallation } from './ownInstallation';

/** https://docs.github.com/rest/apps/apps#create-an-installation-access-token-for-an-app */
export const createAccessTokenRoute: Route = {
  route: 'POST /app/installations/{installation_id}/access_tokens',
  on: 'anything',
  access: { as: 'app' },
  handle(call) {
    const { sandbox, urls, body } = call;
    const created = createInstallationToken({
      sandbox,
      installation: ownInstallation(call),
      repositoryNames: readList(body.repositories, 'string') as
        | string[]
        | undefined,
      repositoryIds: readList(body.repository_ids, 'number') as
        | number[]
        | undefined,
      permissions: readPermissions(body.permissions),
    });
    switch (created.outcome) {
      case 'suspended':
        throw new GitHubError({
          status: 403,
          message: 'This installation has been suspended',
        });
      case 'permissionNotGranted':
        throw unprocessable(
          'The permissions requested are not granted to this installation.',
        );
      case 'repositoryNotCovered':
        throw unprocessable(
          'There is at least one repository that does not exist or is not accessible to the parent installation.',
        );
      default: {
        const { secret, token, repositories } = created;
        return {
          status: 201,
          body: {
            token: secret,
            expires_at: token.expiresAt,
            permissions: token.permissions,
            repository_selection: repositories
              ? 'selected'
              : ownInstallation(call).repositorySelection,
            ...(repositories && {
              repositories: repositories.map(repository =>
                presentRepository({ sandbox, urls, repository }),
              ),
            }),
          },
        };
      }
    }
  },
};

function readList(value: unknown, type: 'string' | 'number') {
  if (value === undefined || value === null) return undefined;
  // eslint-disable-next-line valid-typeof
  if (!Array.isArray(value) || value.some(item => typeof item !== type)) {
    throw unprocessable('Invalid request.');
  }
  return value.length > 0 ? value : undefined;
}

function readPermissions(value: unknown): Permissions | undefined {
  if (value === undefined || value === null) return undefined;
  const isValid =
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.values(value).every(level =>
      ['read', 'write', 'admin'].includes(level),
    );
  if (!isValid) throw unprocessable('Invalid request.');
  return Object.keys(value).length > 0 ? (value as Permissions) : undefined;
}

function unprocessable(message: string): GitHubError {
  return new GitHubError({
    status: 422,
    message,
    documentationUrl:
      'https://docs.github.com/rest/reference/apps#create-an-installation-access-token-for-an-app',
  });
}
