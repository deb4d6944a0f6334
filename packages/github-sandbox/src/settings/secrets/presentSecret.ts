import type { StoredSecret } from '../../core/state';
import type { SettingsCall } from '../SettingsCall';

/** GitHub's `actions-secret`, or `organization-actions-secret`: everything but the value. */
export function presentSecret(options: {
  call: SettingsCall;
  /** `actions/secrets`, with its organisation's path before it. */
  list: string;
  secret: Omit<StoredSecret, 'value'>;
}) {
  const { call, list, secret } = options;
  return {
    name: secret.name,
    created_at: secret.createdAt,
    updated_at: secret.updatedAt,
    ...(call.organisation &&
      !call.repository && {
        visibility: secret.visibility ?? 'all',
        ...(secret.visibility === 'selected' && {
          selected_repositories_url: `${call.urls.api}/orgs/${call.organisation.login}/${list}/${secret.name}/repositories`,
        }),
      }),
  };
}
