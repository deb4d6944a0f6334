import type { Config } from '@backstage/config';

/** The key of the first App on a host that has a webhook secret, in either of the two configuration roots. */
export function appWebhookSecretKey(options: {
  config: Config;
  host: string;
}): string | undefined {
  const { config, host } = options;
  const places = [
    ...(config.getOptionalConfigArray('connections') ?? [])
      .map((entry, index) => ({
        entry,
        apps: 'auth',
        key: `connections[${index}].auth`,
      }))
      .filter(({ entry }) => entry.getOptionalString('type') === 'github'),
    ...(config.getOptionalConfigArray('integrations.github') ?? []).map(
      (entry, index) => ({
        entry,
        apps: 'apps',
        key: `integrations.github[${index}].apps`,
      }),
    ),
  ].filter(
    ({ entry }) => (entry.getOptionalString('host') ?? 'github.com') === host,
  );
  for (const { entry, apps, key } of places) {
    const index = (entry.getOptionalConfigArray(apps) ?? []).findIndex(app =>
      app.has('webhookSecret'),
    );
    if (index >= 0) return `${key}[${index}].webhookSecret`;
  }
  return undefined;
}
