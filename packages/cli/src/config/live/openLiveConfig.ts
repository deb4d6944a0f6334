import type { Config } from '@backstage/config';
import { ConfigSources, MutableConfigSource } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';

/** A configuration that may change: `config.subscribe` tells its readers. */
export interface LiveConfig {
  config: Config;
  /** Takes the place of all that was there. Readers hear of it if anything differs. */
  publish(data: JsonObject): void;
}

/** Backstage's own, fed with layers that are merged already. */
export async function openLiveConfig(options: {
  data: JsonObject;
}): Promise<LiveConfig> {
  const source = MutableConfigSource.create({
    context: 'the configuration',
    data: options.data,
  });
  const config = await ConfigSources.toConfig(source);
  return { config, publish: data => source.setData(data) };
}
