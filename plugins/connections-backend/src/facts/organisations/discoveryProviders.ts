import type { Config } from '@backstage/config';
import { readShortBlock } from '@callboard/plugin-github-node';

const KEY = 'catalog.providers.github';

/** A source of repositories. */
interface DiscoveryProvider {
  host: string;
  /** Undefined for one that takes all installations of an App. */
  organization?: string;
  configKey: string;
  /** What names the organisation. */
  organizationKey: string;
}

/**
 * The entries of `catalog.providers.github`, in any of its three forms: one provider, a map of them by id, or the short block with host and
 * organisation as `baseUrl` and `org`, beside which there may be entries with ids.
 */
export function discoveryProviders(options: {
  config: Config;
}): DiscoveryProvider[] {
  const { config } = options;
  const providers = config.getOptionalConfig(KEY);
  if (!providers) return [];
  const short = readShortBlock({ config });
  if (short) {
    const { host, organization } = short;
    return [
      {
        host,
        organization,
        configKey: KEY,
        organizationKey: providers.has('organization')
          ? `${KEY}.organization`
          : `${KEY}.org`,
      },
      ...providers
        .keys()
        .filter(id => isSource(providers.getOptional(id)))
        .map(id =>
          toProvider({
            entry: providers.getConfig(id),
            configKey: `${KEY}.${id}`,
          }),
        ),
    ];
  }
  const isOne = ['organization', 'app'].some(
    key => providers.has(key) && typeof providers.getOptional(key) !== 'object',
  );
  return isOne
    ? [toProvider({ entry: providers, configKey: KEY })]
    : providers.keys().map(id =>
        toProvider({
          entry: providers.getConfig(id),
          configKey: `${KEY}.${id}`,
        }),
      );
}

function isSource(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('organization' in value || 'app' in value)
  );
}

function toProvider(options: {
  entry: Config;
  configKey: string;
}): DiscoveryProvider {
  const { entry, configKey } = options;
  return {
    host: entry.getOptionalString('host') ?? 'github.com',
    organization: entry.getOptionalString('organization'),
    configKey,
    organizationKey: `${configKey}.organization`,
  };
}
