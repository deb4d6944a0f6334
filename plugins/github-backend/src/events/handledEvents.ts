/** The events that change what the catalog shows. https://docs.github.com/webhooks/webhook-events-and-payloads */
export const handledEvents = [
  'push',
  'repository',
  'installation',
  'installation_repositories',
  'organization',
  'team',
  'membership',
  'member',
  'gollum',
] as const;

export type HandledEvent = (typeof handledEvents)[number];

export function isHandled(event: unknown): event is HandledEvent {
  return (handledEvents as readonly unknown[]).includes(event);
}

/**
 * Whether two deliveries of this event never have the same body, since it has a time or ids of commits: the same body is a replay then,
 * under whichever id. A person who is added to a team, removed and added again makes two like bodies; of these only the id tells.
 */
export function isUnrepeatable(event: HandledEvent): boolean {
  return [
    'push',
    'repository',
    'installation',
    'installation_repositories',
  ].includes(event);
}
