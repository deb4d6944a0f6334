import type { RequestValidator } from '@backstage/plugin-events-node';
import { DELIVERIES_KEPT_MS } from '../DeliveryLedger';
import type { DeliveryLink } from '../deliveryLinkRef';
import { isHandled, isUnrepeatable } from '../handledEvents';
import { pushedAtOf } from '../payloads/pushedAtOf';
import { webUrlOfPayload } from '../payloads/webUrlOfPayload';
import { isTooDeep } from './isTooDeep';
import { isSignature, matchingSecrets } from './matchingSecrets';
import type { Refusal } from './reportRefusals';
import type { WebhookSecret } from './webhookSecrets';

/**
 * Judges what comes to `/api/events/http/github`. Only what GitHub has signed with one of the secrets, and only once, goes on; an answer of
 * 202 with `ignored` says that it was GitHub's and has been handled before.
 */
export function createWebhookValidator(options: {
  secrets: () => WebhookSecret[];
  /** The host of a web address, as the configuration spells it. */
  hostOf: (url: string) => string | undefined;
  link: DeliveryLink;
  report: (refusal: Refusal) => Promise<void>;
  now: () => Date;
}): RequestValidator {
  const { secrets, hostOf, link, report, now } = options;

  return async ({ body, headers, raw }, context) => {
    const event = headers['x-github-event'];
    const deliveryId = headers['x-github-delivery'];
    const signature = headers['x-hub-signature-256'];
    const refuse = async (status: number, reason: string) => {
      context.reject({ status, payload: { message: reason } });
      await report({ reason, event, deliveryId });
    };
    const ignore = (reason: string) =>
      context.reject({ status: 202, payload: { status: 'ignored', reason } });

    const candidates = secrets();
    if (candidates.length === 0) {
      return refuse(404, 'no secret for webhooks is configured');
    }
    if (!isSignature(signature)) {
      return refuse(401, 'a SHA-256 signature is missing');
    }
    const matching = matchingSecrets({
      secrets: candidates,
      body: raw.body,
      signature,
    });
    if (matching.length === 0) {
      return refuse(403, 'the signature is wrong');
    }
    if (typeof event !== 'string' || !/^\w{1,100}$/.test(event)) {
      return refuse(400, 'the header X-GitHub-Event is missing');
    }
    if (typeof deliveryId !== 'string' || !/^[\w-]{1,100}$/.test(deliveryId)) {
      return refuse(400, 'the header X-GitHub-Delivery is missing');
    }
    if (isTooDeep(body)) {
      return refuse(400, 'the body is nested too deeply');
    }
    // Of two GitHubs neither may speak for the other.
    const url = webUrlOfPayload(body);
    const host = url && hostOf(url);
    if (url && !matching.some(secret => !secret.host || secret.host === host)) {
      return refuse(403, 'the signature is that of another host');
    }

    const ledger = link.ledger();
    if (!ledger) {
      context.reject({
        status: 503,
        payload: { message: 'the portal is starting' },
      });
      return undefined;
    }
    if (!isHandled(event)) {
      // Somebody else's event, and nobody tells when it has been handled.
      if (await ledger.isKnown({ deliveryId })) {
        return ignore('it has been handled');
      }
      await ledger.record({ deliveryId, event, host: host ?? '', owner: '' });
      return undefined;
    }
    const pushedAt = event === 'push' ? pushedAtOf(body) : undefined;
    if (pushedAt && now().getTime() - pushedAt > DELIVERIES_KEPT_MS) {
      return ignore('it is too old');
    }
    const isKnown = await ledger.isKnown({
      deliveryId,
      ...(isUnrepeatable(event) && { signature }),
    });
    return isKnown ? ignore('it has been handled') : undefined;
  };
}
