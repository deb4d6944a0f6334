import type { AppFacts } from '@callboard/plugin-connections-common';

/** Where an App's permissions are set; undefined while its settings page is not known. */
export function permissionsUrl({
  settingsUrl,
}: Pick<AppFacts, 'settingsUrl'>): string | undefined {
  return settingsUrl
    ?.replace(/\/(permissions)?\/?$/, '')
    .concat('/permissions');
}
