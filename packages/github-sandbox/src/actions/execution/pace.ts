import type { Sandbox } from '../../core/Sandbox';

const pauses = new WeakMap<Sandbox, number>();

/**
 * Says how long a step of a new run stays "in progress" at least, in milliseconds of the machine's time, so that a person sees it run. What
 * is replayed of the past does not wait.
 */
export function setStepPause(options: { sandbox: Sandbox; ms: number }): void {
  pauses.set(options.sandbox, options.ms);
}

/** None, unless it was set: a run is as fast as its steps execute. */
export function stepPauseOf(sandbox: Sandbox): number {
  return pauses.get(sandbox) ?? 0;
}
