import { setTimeout as wait } from 'node:timers/promises';
import type { RunningSandbox } from '../programs/startSandbox';

/** In these the first readings of people settle: they are repeated until a run has asked for the newest changes. */
const SETTLING_CYCLES = 2;
const CYCLES = 3;

/** How many requests Callboard makes in a cycle while nothing changes: of some cycles one after the other, all requests. */
export async function measureOwnQuietCycle(options: {
  sandbox: RunningSandbox;
  cycleSeconds: number;
}): Promise<number> {
  const { sandbox, cycleSeconds } = options;
  await wait(SETTLING_CYCLES * cycleSeconds * 1_000);
  const before = (await sandbox.requestsSince(0)).at(-1)!.id;
  await wait(CYCLES * cycleSeconds * 1_000);
  return (await sandbox.requestsSince(before)).length / CYCLES;
}
