import type { Config } from '@backstage/config';
import type {
  DeliveryFacts,
  WebhookFacts,
} from '@callboard/plugin-connections-common';
import type { AppCredential } from '@callboard/plugin-github-node';
import type { Asker } from '../asking/createAsker';
import { webhookAddress } from './webhookAddress';

const DELIVERIES = 10;

/** The App's webhook as GitHub has it, and its last deliveries. https://docs.github.com/rest/apps/webhooks */
export async function webhookFacts(options: {
  asker: Asker;
  app: AppCredential;
  config: Config;
}): Promise<WebhookFacts> {
  const { asker, app, config } = options;
  const as = { app: app.id };
  const [hook, deliveries] = await Promise.all([
    asker.ask({ as, route: 'GET /app/hook/config' }),
    asker.ask({
      as,
      route: 'GET /app/hook/deliveries',
      parameters: { per_page: DELIVERIES },
    }),
  ]);
  const known = hook.outcome === 'answered' ? hook.data : undefined;
  const url = typeof known?.url === 'string' ? known.url : undefined;
  const facts = {
    url,
    expectedUrl: webhookAddress({ config }),
    configuredUrl: app.webhookUrl,
    hasSecret: Boolean(known?.secret),
    insecureSsl: String(known?.insecure_ssl ?? '0') === '1',
    lastDeliveries:
      deliveries.outcome === 'answered' && Array.isArray(deliveries.data)
        ? deliveries.data.map(toDelivery)
        : [],
  };
  // An App without a webhook has no configuration of one; GitHub says 404.
  const told =
    known !== undefined || (hook.outcome === 'refused' && hook.status === 404);
  return { ...facts, verdict: told ? verdictOf(facts) : 'unknown' };
}

/**
 * `configuredUrl` counts where it is set: events may come by way of something that passes them on, and then GitHub knows the address of
 * that.
 */
function verdictOf(
  facts: Omit<WebhookFacts, 'verdict'>,
): WebhookFacts['verdict'] {
  const { url, expectedUrl, configuredUrl, lastDeliveries } = facts;
  if (!url) return 'off';
  if (!isSame(url, configuredUrl ?? expectedUrl)) return 'elsewhere';
  const [newest] = lastDeliveries;
  if (!newest) return 'unknown';
  return newest.statusCode >= 200 && newest.statusCode < 300 ? 'ok' : 'failing';
}

function isSame(one: string, other: string): boolean {
  const plain = (url: string) =>
    (URL.canParse(url) ? new URL(url).href : url).replace(/\/+$/, '');
  return plain(one) === plain(other);
}

function toDelivery(row: any): DeliveryFacts {
  return {
    id: Number(row.id),
    at: String(row.delivered_at),
    event: String(row.event),
    ...(row.action && { action: String(row.action) }),
    statusCode: Number(row.status_code ?? 0),
    status: String(row.status ?? ''),
    redelivery: Boolean(row.redelivery),
  };
}
