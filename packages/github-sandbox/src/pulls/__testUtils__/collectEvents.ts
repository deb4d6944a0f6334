import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';

/** The events from now on, as `name.action`. */
export function collectEvents(sandbox: Sandbox): {
  names: string[];
  events: SandboxEvent[];
} {
  const names: string[] = [];
  const events: SandboxEvent[] = [];
  sandbox.events.on(event => {
    events.push(event);
    names.push(
      'action' in event ? `${event.name}.${event.action}` : event.name,
    );
  });
  return { names, events };
}
