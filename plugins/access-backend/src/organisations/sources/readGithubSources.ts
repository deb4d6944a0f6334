import type { Config } from '@backstage/config';
import type { ConfiguredSource } from './ConfiguredSource';

const KEY = 'catalog.providers.githubOrg';
const GITHUB = 'github.com';

/** Those that the plugin `github` reads, which takes one entry or a list. */
export function readGithubSources(options: {
  config: Config;
}): ConfiguredSource[] {
  const { config } = options;
  if (!config.has(KEY)) return [];
  const isList = Array.isArray(config.getOptional(KEY));
  const entries = isList ? config.getConfigArray(KEY) : [config.getConfig(KEY)];
  return entries.map((entry, index) => {
    const id = entry.getString('id');
    const { host } = new URL(entry.getString('githubUrl'));
    const organisations = entry.getOptionalStringArray('orgs');
    const title = [
      'GitHub',
      ...(host === GITHUB ? [] : [host]),
      organisations?.length
        ? organisations.join(', ')
        : '(wherever the App is installed)',
    ].join(' ');
    return {
      id: `GithubMultiOrgEntityProvider:${id}`,
      kind: 'github',
      title,
      configKey: isList ? `${KEY}[${index}]` : KEY,
      task: { pluginId: 'github', id: `github-people:${id}` },
      github: {
        host,
        ...(organisations?.length && { organisations }),
      },
    };
  });
}
