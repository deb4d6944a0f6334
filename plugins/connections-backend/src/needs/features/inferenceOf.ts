import type { Config } from '@backstage/config';

const KEY = 'callboard.github.catalog.inferred';

/** Whether repositories without a descriptor get a component, and whether their wikis become its docs; undefined: they get none. */
export function inferenceOf(options: {
  config: Config;
}): { configKey: string; wikis: boolean } | undefined {
  const { config } = options;
  if (typeof config.getOptional(KEY) !== 'object') {
    return config.getOptionalBoolean(KEY)
      ? { configKey: KEY, wikis: true }
      : undefined;
  }
  return config.getOptionalBoolean(`${KEY}.enabled`) ?? true
    ? {
        configKey: KEY,
        wikis: config.getOptionalBoolean(`${KEY}.wikis`) ?? true,
      }
    : undefined;
}
