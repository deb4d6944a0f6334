import type { CallScope } from '../scope/CallScope';
import { currentScope, runInScope } from '../scope/runInScope';
import { attributedEvents } from './attributedEvents';

type Event = { topic: string };
type Subscription = { id: string; onEvent(event: Event): Promise<void> };

it('runs subscribers for their plugin, whoever brings the event', async () => {
  const subscriptions: Subscription[] = [];
  const events = attributedEvents({
    events: {
      publish: async (event: Event) => {
        await Promise.all(subscriptions.map(({ onEvent }) => onEvent(event)));
      },
      subscribe: async (subscription: Subscription) => {
        subscriptions.push(subscription);
      },
    },
    pluginId: 'catalog',
  });
  const found: [Event, CallScope | undefined][] = [];
  await events.subscribe({
    id: 'a',
    onEvent: async event => {
      found.push([event, currentScope()]);
    },
  });
  await runInScope(
    { pluginId: 'events', person: 'user:default/mel', priority: 'person' },
    () => events.publish({ topic: 'github' }),
  );
  expect(subscriptions[0].id).toBe('a');
  expect(found).toEqual([
    [
      { topic: 'github' },
      { pluginId: 'catalog', priority: 'background', person: undefined },
    ],
  ]);
});
