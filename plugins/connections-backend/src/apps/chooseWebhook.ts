import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { GithubHost } from '@callboard/plugin-github-node';
import { webhookAddress } from '../facts/apps/webhookAddress';
import { canBeReachedFrom } from './canBeReachedFrom';
import type { NeededByFeatures } from './neededByFeatures';

/**
 * Where a new App sends events; undefined for nowhere. Unless it is said, it sends some where a feature listens and GitHub reaches the
 * portal. Throws an `InputError` when a webhook is asked for that GitHub would refuse.
 */
export function chooseWebhook(options: {
  wanted: boolean | undefined;
  needed: NeededByFeatures;
  config: Config;
  host: GithubHost;
}): string | undefined {
  const { wanted, needed, config, host } = options;
  if (wanted === false || (wanted === undefined && !needed.events.length)) {
    return undefined;
  }
  const url = webhookAddress({ config });
  if (canBeReachedFrom({ url, webUrl: host.webUrl })) {
    return url;
  }
  if (wanted) {
    throw new InputError(
      `${host.host} does not reach ${url}, so the App cannot send events there. Create it without a webhook, or set callboard.connections.webhookUrl to an address that ${host.host} reaches.`,
    );
  }
  return undefined;
}
