import type { InstallationPayload } from '../payloads/payloadSchemas';
import type { Reaction } from './Reaction';

/**
 * An App was installed, suspended, removed or given other repositories. What is remembered of it is outdated. Repositories that come or go one by one are asked about; everything
 * else is left to a full run, whose guard holds what looks like a mistake.
 */
export function onInstallation(options: {
  event: 'installation' | 'installation_repositories';
  payload: InstallationPayload;
  host: string;
}): Reaction[] {
  const { event, payload, host } = options;
  const { action, installation, repository_selection: selection } = payload;
  const owner = installation.account.login;
  const added = payload.repositories_added ?? [];
  const removed = payload.repositories_removed ?? [];
  const count = added.length + removed.length;
  const forget: Reaction = { kind: 'forget', host, appId: installation.app_id };
  if (event === 'installation' || count === 0 || selection === 'all') {
    return [
      forget,
      {
        kind: 'reconcile',
        host,
        owner,
        reason: `the App's installation ${installation.id} says ${event}.${action}`,
      },
    ];
  }
  const happenedAt =
    typeof installation.updated_at === 'string'
      ? new Date(installation.updated_at).toISOString()
      : undefined;
  const hints = [
    ...added.map(repository => ({ repository, saysGone: false })),
    ...removed.map(repository => ({ repository, saysGone: true })),
  ].map(
    ({ repository, saysGone }): Reaction => ({
      kind: 'hint',
      hint: {
        host,
        owner,
        name: repository.name,
        repositoryId: repository.node_id,
        reason: 'installation',
        ...(saysGone && { saysGone }),
        ...(happenedAt && { happenedAt }),
      },
    }),
  );
  return [forget, ...hints];
}
