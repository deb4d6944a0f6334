import type { SandboxEvent } from './SandboxEvent';

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

/** Tells features what happened. Listeners are called in the order in which they came, one event after the other. */
export interface EventBus {
  emit(event: WithoutTime<SandboxEvent>): void;
  /** What a listener returns is waited for by `Sandbox.settled`. */
  on(listener: (event: SandboxEvent) => Promise<void> | void): void;
}
