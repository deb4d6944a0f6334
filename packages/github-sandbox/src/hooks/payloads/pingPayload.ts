import { presentHook } from '../presentHook';
import { zenOf } from '../../meta/zenOf';
import type { PayloadOptions, PayloadParts } from './PayloadOptions';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#ping */
export function pingPayload(options: PayloadOptions<'ping'>): PayloadParts {
  const { hook } = options.event;
  return {
    zen: zenOf({ number: hook.id }),
    hook_id: hook.id,
    hook: presentHook({ ...options, hook }),
  };
}
