import { AsyncLocalStorage } from 'node:async_hooks';
import type { PlannedCall } from '@callboard/plugin-scaffolder-common';

const plans = new AsyncLocalStorage<PlannedCall[]>();

/** Runs a function and gathers the calls that are planned within it, in order, also across awaits. */
export async function collectPlan<T>(
  fn: () => Promise<T>,
): Promise<{ result: T; calls: PlannedCall[] }> {
  const { calls, within } = gatherPlan();
  return { result: await within(fn), calls };
}

/** For code that does not wait: `calls` grows while whatever was begun `within` goes on. */
export function gatherPlan(): {
  calls: PlannedCall[];
  within<T>(fn: () => T): T;
} {
  const calls: PlannedCall[] = [];
  return { calls, within: fn => plans.run(calls, fn) };
}

/**
 * Tells a dry run of a call that the step would make. Outside of a dry run nothing happens, so an action may call it in either case.
 *
 * `body` may hold secrets: they are masked before anybody sees it.
 */
export function planCall(call: PlannedCall): void {
  plans.getStore()?.push(call);
}
