import { setTimeout as wait } from 'node:timers/promises';
import type { ImportRun } from '@callboard/plugin-github-common';
import type { ImportPortal } from '../portalCommand/portal/ImportPortal';

const EVERY_MS = 1_000;

/** Waits while the portal works on a run, also while that waits for a limit. Resolves to the run with its items. */
export async function follow(options: {
  portal: Pick<ImportPortal, 'find'>;
  id: string;
  show(run: ImportRun): void;
  everyMs?: number;
}): Promise<ImportRun> {
  const { portal, id, show, everyMs = EVERY_MS } = options;
  for (;;) {
    const run = await portal.find({ id, items: false });
    const { status, pausedUntil } = run;
    const goesOn =
      status === 'planning' ||
      status === 'running' ||
      (status === 'paused' && pausedUntil !== undefined);
    if (!goesOn) return portal.find({ id, items: true });
    show(run);
    await wait(everyMs);
  }
}
