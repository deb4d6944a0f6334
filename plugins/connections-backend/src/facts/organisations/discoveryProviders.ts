import type { Config } from '@backstage/config';

const KEY = 'catalog.providers.github';

/**
 * The entries of `catalog.providers.github`, in either of its two forms: one provider, or a map of them by id. `organization` is undefined
 * for one that takes all installations of an App.
 */
export function discoveryProviders(options: {
  config: Config;
}): { host: string; organization?: string; configKey: string }[] {
  const providers = options.config.getOptionalConfig(KEY);
  if (!providers) return [];
  const isOne = providers.has('organization') || providers.has('app');
  const entries = isOne
    ? [{ entry: providers, configKey: KEY }]
    : providers.keys().map(id => ({
        entry: providers.getConfig(id),
        configKey: `${KEY}.${id}`,
      }));
  return entries.map(({ entry, configKey }) => ({
    host: entry.getOptionalString('host') ?? 'github.com',
    organization: entry.getOptionalString('organization'),
    configKey,
  }));
}
