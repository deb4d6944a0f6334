import { randomUUID } from 'node:crypto';
import { Script } from 'node:vm';

/** Where a script finds what to run; the name is nobody else's. */
const SLOT = `callboard:${randomUUID()}`;
const script = new Script(`globalThis[${JSON.stringify(SLOT)}]()`);
const main = new Script('globalThis').runInThisContext() as Record<
  string,
  unknown
>;

/**
 * Runs a function that does not wait, and ends it when its time is over: also within a regular expression that goes back over its text
 * again and again, which nothing else ends. May be nested. Costs about a third of a millisecond.
 */
export function withinTime<T>(options: {
  /** In milliseconds, above 0. */
  limitMs: number;
  run: () => T;
}): { outcome: 'done'; value: T } | { outcome: 'out-of-time' } {
  const { limitMs, run } = options;
  const outer = main[SLOT];
  main[SLOT] = run;
  try {
    const value = script.runInThisContext({ timeout: Math.ceil(limitMs) });
    return { outcome: 'done', value };
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    ) {
      return { outcome: 'out-of-time' };
    }
    throw error;
  } finally {
    if (outer === undefined) delete main[SLOT];
    else main[SLOT] = outer;
  }
}
