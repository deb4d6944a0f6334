import { canBeReachedFrom } from '../../apps/canBeReachedFrom';
import type { Check, Finding } from '../Check';
import { isLocalUrl } from '../text/isLocalUrl';

const KEY = 'backend.baseUrl';

/** Whether a GitHub can reach the portal, as far as addresses tell: webhooks need it, nothing else does. */
export const baseUrlReachable: Check = {
  id: 'base-url-reachable',
  group: 'connections',
  title: 'GitHub can reach the portal',
  run: ({ hosts, context: { config } }) => {
    const webhookKey = 'callboard.connections.webhookUrl';
    const own = config.getOptionalString(webhookKey);
    const url = own ?? config.getOptionalString(KEY);
    if (!url || !URL.canParse(url)) return [];
    return hosts
      .filter(({ apps, tokens }) => apps.length + tokens.length > 0)
      .map(({ host, webUrl, apiBaseUrl, apps }): Finding => {
        const base = {
          subject: host,
          host,
          check: `${host} can reach the portal`,
        };
        // In a trial github.com stands for a GitHub on this machine.
        const github = isLocalUrl(apiBaseUrl) ? apiBaseUrl : webUrl;
        if (canBeReachedFrom({ url, webUrl: github })) {
          return {
            ...base,
            status: 'pass',
            cause: `Nothing in the address ${url} keeps ${host} from it.`,
            remedy: '',
          };
        }
        const expectsEvents =
          apps.some(({ webhook }) => webhook && webhook.verdict !== 'off') ||
          config.has('events.modules.github.webhookSecret');
        return {
          ...base,
          status: expectsEvents ? 'fail' : 'warn',
          cause: `The portal's address ${url} (${
            own ? webhookKey : KEY
          }) is one of this machine or of a private network, and ${host} is outside: webhooks cannot arrive.${
            expectsEvents
              ? ''
              : ' None are expected; changes show after the next synchronisation.'
          }`,
          remedy: `Set CALLBOARD_BASE_URL (${KEY}) to an address that ${host} reaches, or name a relay in ${webhookKey}.${
            expectsEvents
              ? ' Or switch the webhook off, and live with what the synchronisation finds.'
              : ''
          }`,
        };
      });
  },
};
