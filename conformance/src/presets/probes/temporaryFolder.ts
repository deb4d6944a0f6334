import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone after the probe that takes it. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-probe-'));
  return {
    folder,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
