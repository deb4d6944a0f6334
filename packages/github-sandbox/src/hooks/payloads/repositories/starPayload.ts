import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#star */
export function starPayload(options: PayloadOptions<'star'>): PayloadParts {
  const { action, at } = options.event;
  return { action, starred_at: action === 'created' ? at : null };
}
