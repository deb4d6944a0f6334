import type { Config } from '@backstage/config';

/** The client ids of the Apps that the configuration has for a host. */
export function appClientIds(options: {
  config: Config;
  host: string;
}): string[] {
  const { config, host } = options;
  const isOfHost = (entry: Config) =>
    (entry.getOptionalString('host') ?? 'github.com') === host;
  return [
    ...(config.getOptionalConfigArray('connections') ?? [])
      .filter(entry => entry.getOptionalString('type') === 'github')
      .filter(isOfHost)
      .flatMap(entry => entry.getOptionalConfigArray('auth') ?? []),
    ...(config.getOptionalConfigArray('integrations.github') ?? [])
      .filter(isOfHost)
      .flatMap(entry => entry.getOptionalConfigArray('apps') ?? []),
  ].flatMap(app => app.getOptionalString('clientId') ?? []);
}
