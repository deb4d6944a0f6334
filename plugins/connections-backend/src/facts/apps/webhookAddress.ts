import type { Config } from '@backstage/config';

/** Where this portal takes events of GitHub. */
export function webhookAddress(options: { config: Config }): string {
  const { config } = options;
  const configured = config.getOptionalString(
    'callboard.connections.webhookUrl',
  );
  if (configured) return configured;
  const baseUrl = config.getOptionalString('backend.baseUrl') ?? '';
  return `${baseUrl.replace(/\/+$/, '')}/api/events/http/github`;
}
