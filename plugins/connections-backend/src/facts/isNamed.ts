import type { GithubHost } from '@callboard/plugin-github-node';

/** Whether somebody configured a host: as in Backstage, github.com is there in any case, and then has no entry and no credential. */
export function isNamed(host: GithubHost): boolean {
  return (
    host.configKey !== 'integrations.github' || host.credentials.length > 0
  );
}
