import { type Config, ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import type { GithubHost } from '../hosts/GithubHost';

/**
 * What stock code looks hosts up in, with the GitHubs as this package knows them: those that are configured in `connections` are there too,
 * and win. None has credentials there: whoever uses them takes a provider of ours.
 */
export function githubIntegrations(options: {
  config: Config;
  hosts: GithubHost[];
}): ScmIntegrations {
  const { config, hosts } = options;
  const others = (
    config.getOptional<JsonObject[]>('integrations.github') ?? []
  ).filter(entry => !hosts.some(({ host }) => host === hostOf(entry)));
  return ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        ...config.getOptional<JsonObject>('integrations'),
        github: [
          ...hosts.map(({ host, apiBaseUrl, rawBaseUrl }) => ({
            host,
            apiBaseUrl,
            ...(rawBaseUrl && { rawBaseUrl }),
          })),
          ...others,
        ],
      },
    }),
  );
}

function hostOf(entry: JsonObject) {
  return entry.host ?? 'github.com';
}
