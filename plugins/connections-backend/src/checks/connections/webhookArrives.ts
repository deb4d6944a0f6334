import type { Config } from '@backstage/config';
import type {
  AppFacts,
  WebhookFacts,
} from '@callboard/plugin-connections-common';
import type { Check, Finding } from '../Check';
import { appTitle } from '../text/appTitle';

const SECRET_KEY = 'events.modules.github.webhookSecret';

type Judgement = Pick<Finding, 'status' | 'cause' | 'remedy'>;

/** Whether an App's events reach this portal, and are believed there. */
export const webhookArrives: Check = {
  id: 'webhook-arrives',
  group: 'connections',
  title: 'Webhooks arrive',
  async run({ hosts, context: { config, github, mirror }, signal }) {
    if (!hosts.some(({ apps }) => apps.some(({ webhook }) => webhook))) {
      return [];
    }
    // Where the plugin github is not there, stock's receiver is, which knows one secret alone.
    const isStock = (await mirror?.status({ signal }))?.state === 'absent';
    return hosts.flatMap(({ host, apps }) =>
      apps.flatMap((app): Finding[] => {
        const { webhook } = app;
        if (!webhook) return [];
        const configured = github.credentials
          .hosts()
          .flatMap(({ credentials }) => credentials)
          .find(({ id }) => id === app.credentialId);
        return [
          {
            subject: app.credentialId,
            host,
            check: `The webhook of ${appTitle(app)} arrives`,
            links: app.settingsUrl
              ? [{ title: 'Settings of the App', href: app.settingsUrl }]
              : [],
            ...judge({
              webhook,
              app,
              config,
              isStock,
              ownSecret:
                configured?.kind === 'app'
                  ? configured.webhookSecret
                  : undefined,
            }),
          },
        ];
      }),
    );
  },
};

function judge(options: {
  webhook: WebhookFacts;
  app: AppFacts;
  config: Config;
  /** Whether the App's own secret does not count. */
  isStock: boolean;
  ownSecret: string | undefined;
}): Judgement {
  const { webhook, app, config, isStock, ownSecret } = options;
  const receiverSecret = config.getOptionalString(SECRET_KEY);
  const secretKey =
    isStock || receiverSecret || !app.configKey
      ? SECRET_KEY
      : `${app.configKey}.webhookSecret`;
  const { url, configuredUrl, verdict } = webhook;
  const expectedUrl = configuredUrl ?? webhook.expectedUrl;

  if (verdict === 'off') {
    return configuredUrl || receiverSecret
      ? {
          status: 'warn',
          cause: `${appTitle(
            app,
          )} sends no events, though the configuration expects some: changes show only after the next synchronisation.`,
          remedy: `On the page of the App set "Webhook" to active, with the URL ${expectedUrl} and the secret of ${secretKey}; or remove the webhook from the configuration.`,
        }
      : {
          status: 'pass',
          cause:
            'It is switched off, and the portal expects no events: it looks for changes by itself.',
          remedy: '',
        };
  }
  if (verdict === 'elsewhere') {
    return {
      status: 'fail',
      cause: `GitHub sends events to ${url}, and this portal takes them at ${expectedUrl}.`,
      remedy: `Set "Webhook URL" on the page of the App to ${expectedUrl}. If something in between hands events on to the portal, name its address in callboard.connections.webhookUrl.`,
    };
  }
  if (!receiverSecret && (isStock || !ownSecret)) {
    return {
      status: 'fail',
      cause: `GitHub sends events to ${url}, and the portal takes none: ${secretKey} is not set, and what is not signed is not believed.`,
      remedy: `Put the "Webhook secret" of the App into ${secretKey} and restart the portal; or switch the webhook of the App off.`,
    };
  }
  if (!webhook.hasSecret) {
    return {
      status: 'fail',
      cause:
        'GitHub signs no event, since the App has no webhook secret; the portal refuses what is not signed.',
      remedy: `Set "Webhook secret" on the page of the App to the value of ${secretKey}.`,
    };
  }
  // Of a stored App the secret may have been changed at GitHub since; then a delivery that was accepted says more than the file.
  const isProven = app.from === 'stored' && verdict === 'ok';
  if (isStock && ownSecret && ownSecret !== receiverSecret && !isProven) {
    return {
      status: 'fail',
      cause: `The configuration has two webhook secrets: ${
        app.configKey ?? 'the stored App'
      } has one and ${SECRET_KEY} another. Events are checked with the second.`,
      remedy:
        app.from === 'stored'
          ? `Set "Webhook secret" on the page of the App to the value of ${SECRET_KEY}; this passes with the next delivery. If the App takes the place of another, give ${SECRET_KEY} its secret instead.`
          : `Make ${SECRET_KEY} the "Webhook secret" of the App, and both the same.`,
    };
  }
  return judgeDeliveries({ webhook, secretKey });
}

function judgeDeliveries(options: {
  webhook: WebhookFacts;
  /** The key of the secret that GitHub should sign with. */
  secretKey: string;
}): Judgement {
  const { webhook, secretKey } = options;
  const { lastDeliveries, url, expectedUrl, insecureSsl, verdict } = webhook;
  const [last] = lastDeliveries;
  if (verdict === 'failing' && last) {
    const isRefused = [401, 403].includes(last.statusCode);
    return {
      status: 'fail',
      cause: `The last delivery (${last.event}, ${last.at}) failed: ${last.statusCode} ${last.status}.`,
      remedy: isRefused
        ? `The signature did not match: set "Webhook secret" of the App and ${secretKey} to the same value.`
        : `See that GitHub reaches ${expectedUrl} from outside: DNS, firewall, certificate, and the path up to the portal. Then send a delivery again under "Advanced" on the page of the App.`,
    };
  }
  if (insecureSsl) {
    return {
      status: 'warn',
      cause:
        'GitHub does not verify the certificate of the portal, so somebody in between can read events.',
      remedy: 'Enable "SSL verification" on the page of the App.',
    };
  }
  return {
    status: 'pass',
    cause: last
      ? `The last delivery (${last.event}, ${last.at}) was answered with ${last.statusCode}.`
      : `Not known yet: GitHub sends events to ${
          url ?? expectedUrl
        }, and no delivery was seen yet.`,
    remedy: '',
  };
}
