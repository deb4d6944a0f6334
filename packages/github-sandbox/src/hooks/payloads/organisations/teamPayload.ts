import { webhookTeam } from '../parts/webhookTeam';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#team */
export function teamPayload(options: PayloadOptions<'team'>): PayloadParts {
  const { event } = options;
  return {
    action: event.action,
    team: webhookTeam({ ...options, ...event }),
    ...(event.changes && { changes: event.changes }),
  };
}

/** https://docs.github.com/webhooks/webhook-events-and-payloads#team_add */
export function teamAddPayload(
  options: PayloadOptions<'team_add'>,
): PayloadParts {
  return { team: webhookTeam({ ...options, ...options.event }) };
}
