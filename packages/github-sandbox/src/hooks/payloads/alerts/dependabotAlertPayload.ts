import { presentAlert } from '../../../alerts/presentAlert';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#dependabot_alert */
export function dependabotAlertPayload(
  options: PayloadOptions<'dependabot_alert'>,
): PayloadParts {
  const { action } = options.event;
  return { action, alert: presentAlert({ ...options, ...options.event }) };
}
