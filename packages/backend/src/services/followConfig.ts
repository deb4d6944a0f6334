import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ConfigSources, MutableConfigSource } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';

/**
 * What `change` makes of a configuration, made anew whenever that changes. Parts that somebody has taken out of it follow too. A
 * configuration that never changes is changed once.
 */
export async function followConfig(options: {
  config: RootConfigService;
  change: (config: RootConfigService) => RootConfigService;
}): Promise<RootConfigService> {
  const { config, change } = options;
  if (!config.subscribe) {
    return change(config);
  }
  const read = () => change(config).get<JsonObject>();
  const source = MutableConfigSource.create({
    context: 'configuration',
    data: read(),
  });
  config.subscribe(() => source.setData(read()));
  return ConfigSources.toConfig(source);
}
