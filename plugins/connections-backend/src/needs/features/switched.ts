import type { Config } from '@backstage/config';
import type { FeatureNeed } from '../FeatureNeed';

/** What the configuration says in so many words, before what it lets one conclude. */
export function switched(options: {
  config: Config;
  id: string;
}): ReturnType<FeatureNeed['isOn']> | undefined {
  const { config, id } = options;
  const key = `callboard.connections.features.${id}`;
  const on = config.getOptionalBoolean(key);
  return on === undefined
    ? undefined
    : { on, because: `${key} is ${on ? 'true' : 'false'}` };
}
