import type { Config } from '@backstage/config';

const KEY = 'catalog.providers.githubOrg';

/** The entries of `catalog.providers.githubOrg`: one, or a list. `orgs` is undefined for one that takes all organisations it can see. */
export function orgProviders(options: {
  config: Config;
}): { host: string; orgs?: string[]; configKey: string }[] {
  const { config } = options;
  if (!config.has(KEY)) return [];
  const isList = Array.isArray(config.get(KEY));
  const entries = isList ? config.getConfigArray(KEY) : [config.getConfig(KEY)];
  return entries.map((entry, index) => ({
    host: hostOf(entry.getOptionalString('githubUrl')),
    orgs: entry.getOptionalStringArray('orgs'),
    configKey: isList ? `${KEY}[${index}]` : KEY,
  }));
}

function hostOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).host : 'github.com';
}
