import { setTimeout as wait } from 'node:timers/promises';
import type { RunningSandbox } from '../programs/startSandbox';

const CYCLES = 3;

/** How many requests Callboard makes in a cycle while nothing changes: of some cycles one after the other, all requests. */
export async function measureOwnQuietCycle(options: {
  sandbox: RunningSandbox;
  /** The number of the last request before it. */
  since: number;
  cycleSeconds: number;
}): Promise<number> {
  const { sandbox, since, cycleSeconds } = options;
  await wait(CYCLES * cycleSeconds * 1_000);
  return (await sandbox.requestsSince(since)).length / CYCLES;
}
