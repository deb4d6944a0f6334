import type { Sandbox } from '../../core/Sandbox';
import type { Recipient } from '../recipients/Recipient';
import { deliveryHeaders } from './deliveryHeaders';
import { describeOutcome } from './describeOutcome';
import { post } from './post';
import { recordDelivery } from './recordDelivery';
import { signatures } from './signatures';

/** GitHub waits ten seconds for an answer. https://docs.github.com/webhooks/using-webhooks/best-practices-for-using-webhooks */
const TIMEOUT_MS = 10_000;

/** Sends one delivery and records it. That it fails is written down, never thrown, and not repeated: GitHub does not either. */
export async function deliver(options: {
  sandbox: Sandbox;
  recipient: Recipient;
  event: string;
  payload: Record<string, unknown>;
  guid: string;
  redelivery?: boolean;
  /** The repository that the event is about. */
  repositoryId: number | null;
  timeoutMs?: number;
}): Promise<void> {
  const { sandbox, recipient, event, payload, guid } = options;
  const json = JSON.stringify(payload);
  const body =
    recipient.contentType === 'json'
      ? json
      : new URLSearchParams({ payload: json }).toString();
  const headers = {
    ...deliveryHeaders({
      baseUrl: sandbox.baseUrl,
      recipient,
      event,
      guid,
    }),
    ...signatures({ secret: recipient.secret, body }),
  };
  const deliveredAt = sandbox.clock.now().toISOString();
  const started = performance.now();
  const outcome = await post({
    url: recipient.url,
    headers,
    body,
    insecureSsl: recipient.insecureSsl,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    closing: sandbox.closing.signal,
  });
  recordDelivery({
    sandbox,
    values: {
      hook: recipient.hook,
      guid,
      event,
      action: typeof payload.action === 'string' ? payload.action : null,
      redelivery: options.redelivery ?? false,
      deliveredAt,
      duration: Math.round(performance.now() - started) / 1000,
      ...describeOutcome(outcome),
      installationId: recipient.installation?.id ?? null,
      repositoryId: options.repositoryId,
      url: recipient.url,
      request: { headers, payload },
      response:
        outcome.outcome === 'answered'
          ? { headers: outcome.headers, payload: outcome.body }
          : { headers: {}, payload: '' },
    },
  });
}
