import fs from 'node:fs';
import { takeExclusiveLock } from '../dataDirectory/portalLock';
import type { Problem } from '../problems/Problem';
import { listenerProblems } from '../start/listenerProblems';
import { sandboxDirectory } from './readSandboxAccess';
import { sandboxInUse } from './sandboxInUse';
import { sandboxPortTaken } from './sandboxPortTaken';

/** The sandbox of a portal that has just been stopped may still be writing. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 100;

/** What would keep the sandbox from starting, found out without starting it. */
export async function sandboxProblems(options: {
  data: string;
  port: number;
}): Promise<Problem[]> {
  const { data, port } = options;
  const directory = sandboxDirectory(data);
  if (fs.existsSync(directory)) {
    // Where a whole portal runs on the directory, that is what will be reported.
    if (!isFree(data)) return [];
    if (!(await untilFree(directory))) return [sandboxInUse(directory)];
  }
  const taken = await listenerProblems({ host: '127.0.0.1', port });
  return taken.length > 0 ? [sandboxPortTaken(port)] : [];
}

/** Whether nobody uses the directory, or somebody has soon ended to. */
async function untilFree(directory: string): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!isFree(directory)) {
    if (Date.now() > deadline) return false;
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
  return true;
}

function isFree(directory: string): boolean {
  const lock = takeExclusiveLock({ directory });
  lock?.release();
  return lock !== undefined;
}
