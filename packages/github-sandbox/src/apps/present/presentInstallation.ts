import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Installation } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';

/** GitHub's `installation`. */
export function presentInstallation(options: {
  sandbox: Sandbox;
  urls: Urls;
  installation: Installation;
}) {
  const { sandbox, urls, installation } = options;
  const { state } = sandbox;
  const account = accountById({ sandbox, id: installation.accountId })!;
  const app = state.apps.get(installation.appId)!;
  const suspender = state.users.get(installation.suspendedById ?? app.botId);
  return {
    id: installation.id,
    client_id: app.clientId,
    account: presentAccount({ urls, account }),
    repository_selection: installation.repositorySelection,
    access_tokens_url: `${urls.api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${urls.api}/installation/repositories`,
    html_url: `${urls.html}${installationPath({ sandbox, installation })}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: installation.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by:
      installation.suspendedAt && suspender
        ? presentAccount({ urls, account: suspender })
        : null,
    suspended_at: installation.suspendedAt,
  };
}

/** Where a person configures an installation. */
export function installationPath(options: {
  sandbox: Sandbox;
  installation: Installation;
}): string {
  const { sandbox, installation } = options;
  const organisation = sandbox.state.organisations.get(installation.accountId);
  return organisation
    ? `/organizations/${organisation.login}/settings/installations/${installation.id}`
    : `/settings/installations/${installation.id}`;
}
