import { presentInstallation } from '../../../apps/present/presentInstallation';
import { briefRepositories } from '../parts/briefRepositories';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#installation */
export function installationPayload(
  options: PayloadOptions<'installation'>,
): PayloadParts {
  const { sandbox, event } = options;
  const { action, installation } = event;
  const repositories = sandbox.state.repositories
    .by('owner', installation.accountId)
    .filter(
      ({ id }) =>
        installation.repositorySelection === 'all' ||
        installation.repositoryIds.includes(id),
    );
  return {
    action,
    installation: presentInstallation({ ...options, installation }),
    repositories: briefRepositories({ sandbox, repositories }),
  };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#installation_repositories */
export function installationRepositoriesPayload(
  options: PayloadOptions<'installation_repositories'>,
): PayloadParts {
  const { sandbox, event } = options;
  const { action, installation } = event;
  const concerned = briefRepositories({
    sandbox,
    repositories: event.repositories,
  });
  return {
    action,
    installation: presentInstallation({ ...options, installation }),
    repository_selection: installation.repositorySelection,
    repositories_added: action === 'added' ? concerned : [],
    repositories_removed: action === 'removed' ? concerned : [],
    requester: null,
  };
}
