import {
  type EventParams,
  type EventsService,
  SubTopicEventRouter,
} from '@backstage/plugin-events-node';

/** Hands events of the topic `github` on to `github.push` and so on, under the id of stock's router, whose place it takes. */
export class GithubSubTopics extends SubTopicEventRouter {
  constructor(options: { events: EventsService }) {
    super({ events: options.events, topic: 'github' });
  }

  protected getSubscriberId(): string {
    return 'GithubEventRouter';
  }

  protected determineSubTopic(params: EventParams): string | undefined {
    const event = params.metadata?.['x-github-event'];
    return typeof event === 'string' ? event : undefined;
  }
}
