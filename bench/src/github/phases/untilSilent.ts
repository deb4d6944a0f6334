import { setTimeout as wait } from 'node:timers/promises';
import type { RunningSandbox } from '../programs/startSandbox';
import type { LoggedRequest } from '../requests/LoggedRequest';

/** Longer than the pause that stock makes between two pages. */
const SILENCE_MS = 3_000;

/** Resolves to the requests since a number once none has come for a while. */
export async function untilSilent(options: {
  sandbox: RunningSandbox;
  since: number;
}): Promise<LoggedRequest[]> {
  const { sandbox, since } = options;
  for (;;) {
    const before = await sandbox.requestsSince(since);
    await wait(SILENCE_MS);
    const after = await sandbox.requestsSince(since);
    if (after.length === before.length) return after;
  }
}
