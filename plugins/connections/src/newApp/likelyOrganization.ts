import type { GithubHostFacts } from '@callboard/plugin-connections-common';

/**
 * The organisation that a new App on a GitHub most likely belongs to: the first that the configuration names, one that an App is allowed or
 * installed on, the owner of one. Empty where nothing tells.
 */
export function likelyOrganization(host: GithubHostFacts | undefined): string {
  if (!host) return '';
  const installations = host.apps.flatMap(app => app.installations);
  return (
    [
      ...(host.organisations ?? []),
      ...host.apps.flatMap(app => app.allowedOwners ?? []),
      ...installations
        .filter(({ accountType }) => accountType === 'Organization')
        .map(({ account }) => account),
      ...host.apps.flatMap(({ owner }) => owner ?? []),
    ][0] ?? ''
  );
}
