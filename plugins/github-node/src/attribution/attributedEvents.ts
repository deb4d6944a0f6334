import { runInScope } from '../scope/runInScope';

/** What is used of the `EventsService` of `@backstage/plugin-events-node`. */
interface Events<TEvent, TSubscription> {
  publish(event: TEvent): Promise<void>;
  subscribe(subscription: TSubscription): Promise<void>;
}

/** An events service whose subscribers run for the plugin that subscribed, and not for the request that brought the event. */
export function attributedEvents<
  TEvent,
  TSubscription extends { onEvent(event: TEvent): Promise<void> },
>(options: {
  events: Events<TEvent, TSubscription>;
  pluginId: string;
}): Events<TEvent, TSubscription> {
  const { events, pluginId } = options;
  return {
    publish: event => events.publish(event),
    subscribe: subscription =>
      events.subscribe({
        ...subscription,
        onEvent: (event: TEvent) =>
          runInScope(
            { pluginId, person: undefined, priority: 'background' },
            () => subscription.onEvent(event),
          ),
      }),
  };
}
