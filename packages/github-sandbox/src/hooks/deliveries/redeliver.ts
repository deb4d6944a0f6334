import type { Sandbox } from '../../core/Sandbox';
import type { Delivery } from '../../core/state';
import { deliver } from '../delivery/deliver';
import type { Recipient } from '../recipients/Recipient';

/** Sends a delivery again, with its id, to where its hook points now. */
export function redeliver(options: {
  sandbox: Sandbox;
  delivery: Delivery;
  recipient: Recipient;
}): void {
  const { sandbox, delivery, recipient } = options;
  sandbox.background(
    deliver({
      sandbox,
      recipient,
      event: delivery.event,
      payload: delivery.request.payload as Record<string, unknown>,
      guid: delivery.guid,
      redelivery: true,
      repositoryId: delivery.repositoryId,
    }),
  );
}
