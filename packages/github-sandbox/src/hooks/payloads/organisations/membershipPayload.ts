import { presentAccount } from '../../../organisations/presentAccount';
import { webhookTeam } from '../parts/webhookTeam';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#membership */
export function membershipPayload(
  options: PayloadOptions<'membership'>,
): PayloadParts {
  const { urls, event } = options;
  return {
    action: event.action,
    scope: 'team',
    member: presentAccount({ urls, account: event.member }),
    team: webhookTeam({ ...options, ...event }),
  };
}
