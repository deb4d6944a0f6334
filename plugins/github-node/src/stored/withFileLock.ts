import { ServiceUnavailableError } from '@backstage/errors';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** A lock that is as old as this was left by a process that ended. */
const STALE_MS = 10_000;
const RETRY_MS = 25;
const PATIENCE_MS = 15_000;

/**
 * Runs a change of a file while no other process on the same directory changes it. Throws `ServiceUnavailableError` where that takes too
 * long. A lock holds the id of whoever took it, so that nobody removes that of another.
 */
export async function withFileLock<T>(
  file: string,
  run: () => Promise<T>,
): Promise<T> {
  const lock = `${file}.lock`;
  const id = randomBytes(12).toString('hex');
  for (let waited = 0; !(await take({ lock, id })); waited += RETRY_MS) {
    if (waited >= PATIENCE_MS) {
      throw new ServiceUnavailableError(
        `Another process holds ${lock}; remove it if there is none, and try again`,
      );
    }
    const found = await look(lock);
    if (found && Date.now() - found.since > STALE_MS) {
      await removeLock({ lock, id: found.id });
    }
    await setTimeout(RETRY_MS);
  }
  try {
    return await run();
  } finally {
    if ((await look(lock))?.id === id) await removeLock({ lock, id });
  }
}

/** False where somebody holds it. */
async function take(options: { lock: string; id: string }): Promise<boolean> {
  const { lock, id } = options;
  try {
    await fs.writeFile(lock, id, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function look(
  lock: string,
): Promise<{ id: string; since: number } | undefined> {
  try {
    const [{ mtimeMs }, id] = [await fs.stat(lock), await idIn(lock)];
    return { id, since: mtimeMs };
  } catch {
    return undefined;
  }
}

function idIn(lock: string): Promise<string> {
  return fs.readFile(lock, 'utf8');
}

/** Removes a lock if it is still that of `id`: only one of those who try gets hold of it by renaming, and gives back what it did not mean. */
async function removeLock(options: {
  lock: string;
  id: string;
}): Promise<void> {
  const { lock, id } = options;
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    await fs.rename(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await idIn(aside)) !== id) {
    // Does not take the place of one that was made meanwhile.
    await fs.link(aside, lock).catch(() => undefined);
  }
  await fs.rm(aside, { force: true });
}
