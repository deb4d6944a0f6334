import type { Config } from '@backstage/config';

/** An entry of `integrations` or `connections`, in one form. */
export interface SourceEntry {
  host?: string;
  apiBaseUrl?: string;
  configKey: string;
  /** Where credentials stand: the entry itself, or those of its `auth` or `credentials`. */
  credentials: Config[];
}

/** The entries for a kind of source. As in Backstage, entries of `connections` make those of `integrations` have no effect. */
export function sourceEntries(options: {
  config: Config;
  /** Below `integrations`: `gitlab`. */
  integration: string;
  /** As `type` of `connections`. */
  type: string;
}): SourceEntry[] {
  const { config, integration, type } = options;
  const connections = (config.getOptionalConfigArray('connections') ?? [])
    .map((entry, index) => ({ entry, configKey: `connections[${index}]` }))
    .filter(({ entry }) => entry.getOptionalString('type') === type);
  if (connections.length > 0) {
    return connections.map(({ entry, configKey }) => ({
      ...addressOf(entry),
      configKey,
      credentials: entry.getOptionalConfigArray('auth') ?? [],
    }));
  }
  const key = `integrations.${integration}`;
  return (config.getOptionalConfigArray(key) ?? []).map((entry, index) => ({
    ...addressOf(entry),
    configKey: `${key}[${index}]`,
    credentials: entry.getOptionalConfigArray('credentials') ?? [entry],
  }));
}

function addressOf(entry: Config) {
  return {
    host: entry.getOptionalString('host'),
    apiBaseUrl: entry.getOptionalString('apiBaseUrl')?.replace(/\/+$/, ''),
  };
}
