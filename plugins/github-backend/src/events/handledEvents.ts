/** The events that change what the catalog shows. https://docs.github.com/webhooks/webhook-events-and-payloads */
export const mirrorEvents = [
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

/** The events that change what is known of builds, pull requests, releases and alerts. */
export const activityEvents = [
  'workflow_run',
  'workflow_job',
  'check_run',
  'check_suite',
  'status',
  'pull_request',
  'pull_request_review',
  'release',
  'dependabot_alert',
  'code_scanning_alert',
  'secret_scanning_alert',
] as const;

/** All that the portal listens to. */
export const handledEvents = [...mirrorEvents, ...activityEvents] as const;

export type MirrorEvent = (typeof mirrorEvents)[number];
export type HandledEvent = (typeof handledEvents)[number];

export function isMirrorEvent(event: unknown): event is MirrorEvent {
  return (mirrorEvents as readonly unknown[]).includes(event);
}

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
    // Each has times, or ids that are new with every change.
    ...activityEvents,
  ].includes(event);
}
