import { setTimeout } from 'node:timers/promises';

/** The shell ends scripts that take seconds, and nobody wants to wait longer. */
const LONGEST_MS = 1000;

/**
 * What `sleep` in a script does: it takes the machine's time, so that a run can be seen and cancelled, but at most a second. The global
 * timers are out of reach while the shell runs a script.
 */
export async function sleepBriefly(milliseconds: number): Promise<void> {
  await setTimeout(Math.min(milliseconds, LONGEST_MS));
}
