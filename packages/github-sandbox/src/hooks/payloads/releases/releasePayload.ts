import { presentRelease } from '../../../releases/present/presentRelease';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#release */
export function releasePayload(
  options: PayloadOptions<'release'>,
): PayloadParts {
  const { action, changes } = options.event;
  return {
    action,
    release: presentRelease({ ...options, ...options.event }),
    ...(changes && { changes }),
  };
}
