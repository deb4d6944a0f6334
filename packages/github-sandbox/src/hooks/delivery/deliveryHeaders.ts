import { ENTERPRISE_VERSION } from '../../http/responseHeaders';
import type { Recipient } from '../recipients/Recipient';

/** The headers of a delivery without its signature; two of them are those of an Enterprise Server. https://docs.github.com/webhooks/webhook-events-and-payloads#delivery-headers */
export function deliveryHeaders(options: {
  /** Of the sandbox. */
  baseUrl: string;
  recipient: Recipient;
  event: string;
  guid: string;
}): Record<string, string> {
  const { baseUrl, recipient, event, guid } = options;
  return {
    Accept: '*/*',
    'Content-Type':
      recipient.contentType === 'json'
        ? 'application/json'
        : 'application/x-www-form-urlencoded',
    'User-Agent': 'GitHub-Hookshot/5a6d0b7',
    'X-GitHub-Delivery': guid,
    'X-GitHub-Enterprise-Host': new URL(baseUrl).host,
    'X-GitHub-Enterprise-Version': ENTERPRISE_VERSION,
    'X-GitHub-Event': event,
    'X-GitHub-Hook-ID': String(recipient.hook.id),
    'X-GitHub-Hook-Installation-Target-ID': String(recipient.target.id),
    'X-GitHub-Hook-Installation-Target-Type': recipient.target.type,
  };
}
