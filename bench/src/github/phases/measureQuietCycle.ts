import { setTimeout as wait } from 'node:timers/promises';
import { BenchError } from '../../BenchError';
import type { RunningSandbox } from '../programs/startSandbox';
import { quietCycle } from '../requests/quietCycle';

const POLL_MS = 1_000;

/** How many requests stock makes while nothing changes: one run of the providers, and one look at each file. */
export async function measureQuietCycle(options: {
  sandbox: RunningSandbox;
  /** The number of the last request before it. */
  since: number;
  files: number;
  giveUpMs: number;
}): Promise<number> {
  const { sandbox, since, files, giveUpMs } = options;
  const deadline = performance.now() + giveUpMs;
  for (;;) {
    const found = quietCycle({
      requests: await sandbox.requestsSince(since),
      files,
      now: new Date(),
    });
    if (found.outcome === 'complete') return found.requests;
    if (performance.now() > deadline) {
      throw new BenchError(`No quiet cycle: it lacks ${found.missing}`);
    }
    await wait(POLL_MS);
  }
}
