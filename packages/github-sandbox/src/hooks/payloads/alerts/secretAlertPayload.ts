import { presentSecretAlert } from '../../../alerts/secrets/presentSecretAlert';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** Never with the secret. https://docs.github.com/webhooks/webhook-events-and-payloads#secret_scanning_alert */
export function secretAlertPayload(
  options: PayloadOptions<'secret_scanning_alert'>,
): PayloadParts {
  const { action } = options.event;
  const {
    first_location_detected: _first,
    has_more_locations: _more,
    is_base64_encoded: _encoded,
    ...alert
  } = presentSecretAlert({ ...options, ...options.event, hideSecret: true });
  return { action, alert };
}
