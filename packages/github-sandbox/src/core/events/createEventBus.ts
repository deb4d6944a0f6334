import type { EventBus } from './EventBus';
import type { SandboxEvent } from './SandboxEvent';

/** An event bus. A listener that fails is reported, and the others still hear of the event. */
export function createEventBus(options: {
  now: () => string;
  background: (work: Promise<unknown>) => void;
  onError: (error: unknown) => void;
}): EventBus {
  const listeners: Array<(event: SandboxEvent) => Promise<void> | void> = [];
  return {
    emit(event) {
      const happened = { ...event, at: options.now() } as SandboxEvent;
      for (const listener of listeners) {
        options.background(
          (async () => listener(happened))().catch(options.onError),
        );
      }
    },
    on(listener) {
      listeners.push(listener);
    },
  };
}
