import type { EventsService } from '@backstage/plugin-events-node';
import type { DeliveryLink } from './deliveryLinkRef';
import {
  createEventHandler,
  type EventHandlerOptions,
  type GithubEvent,
  type Handled,
} from './createEventHandler';
import { handledEvents, isHandled } from './handledEvents';

/**
 * Listens to GitHub's events, from the webhook or from whatever else publishes to `github.push` and so on, and from then on lets the
 * webhook take deliveries. Several replicas share the work, since they subscribe under one id.
 */
export async function subscribeToGithub(
  options: EventHandlerOptions & {
    events: EventsService;
    deliveryLink: Pick<DeliveryLink, 'serve'>;
  },
): Promise<{ handle: (event: GithubEvent) => Promise<Handled> }> {
  const { events, deliveryLink, ledger } = options;
  const handle = createEventHandler(options);
  await events.subscribe({
    id: 'github-mirror',
    topics: handledEvents.map(event => `github.${event}`),
    async onEvent({ topic, eventPayload, metadata }) {
      const event = topic.slice('github.'.length);
      if (isHandled(event)) {
        await handle({
          event,
          payload: eventPayload,
          deliveryId: textOf(metadata?.['x-github-delivery']),
          signature: textOf(metadata?.['x-hub-signature-256']),
        });
      }
    },
  });
  deliveryLink.serve(ledger);
  return { handle };
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
