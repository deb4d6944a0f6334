import { webhookRepository } from '../parts/webhookRepository';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#fork */
export function forkPayload(options: PayloadOptions<'fork'>): PayloadParts {
  const { forkee } = options.event;
  return {
    forkee: {
      ...webhookRepository({ ...options, repository: forkee }),
      public: forkee.visibility === 'public',
    },
  };
}
