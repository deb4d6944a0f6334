import type { Config } from '@backstage/config';
import type { GithubHost } from '@callboard/plugin-github-node';

export interface WebhookSecret {
  secret: string;
  /** The only host whose events it may sign; undefined: any. */
  host?: string;
}

/** All secrets that deliveries may be signed with at this moment: those of Apps, also of stored ones, and the one for hooks of repositories and organisations. */
export function webhookSecrets(options: {
  config: Config;
  hosts: GithubHost[];
}): WebhookSecret[] {
  const { config, hosts } = options;
  const generic = config.getOptionalString(
    'events.modules.github.webhookSecret',
  );
  return [
    ...hosts.flatMap(({ host, credentials }) =>
      credentials.flatMap(credential =>
        credential.kind === 'app' && credential.webhookSecret
          ? [{ secret: credential.webhookSecret, host }]
          : [],
      ),
    ),
    ...(generic ? [{ secret: generic }] : []),
  ];
}
