import type { SandboxEvent } from '../../core/events/SandboxEvent';

/**
 * The webhook events that one event is told as. A star is told as `watch` too, and that a deployment is `inactive` is not told at all:
 * https://docs.github.com/webhooks/webhook-events-and-payloads#watch
 */
export function payloadNames(event: SandboxEvent): string[] {
  if (event.name === 'star' && event.action === 'created') {
    return ['star', 'watch'];
  }
  if (
    event.name === 'deployment_status' &&
    event.deployment.statuses.at(-1)?.state === 'inactive'
  ) {
    return [];
  }
  return [event.name];
}
