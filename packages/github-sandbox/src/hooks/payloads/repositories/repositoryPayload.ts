import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#repository */
export function repositoryPayload(
  options: PayloadOptions<'repository'>,
): PayloadParts {
  const { action, changes } = options.event;
  return { action, ...(changes && { changes }) };
}
