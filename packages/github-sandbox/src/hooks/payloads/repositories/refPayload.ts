import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/**
 * https://docs.github.com/webhooks/webhook-events-and-payloads#create and
 * https://docs.github.com/webhooks/webhook-events-and-payloads#delete
 */
export function refPayload(
  options: PayloadOptions<'create' | 'delete'>,
): PayloadParts {
  const { event } = options;
  return {
    ref: event.ref,
    ref_type: event.refType,
    ...(event.name === 'create' && {
      master_branch: event.repository.defaultBranch,
      description: event.repository.description,
    }),
    pusher_type: 'user',
  };
}
