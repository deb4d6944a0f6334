import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitHost } from '../createGitHost';
import { GitHost, SeedCommit, Signature } from '../types';

/** A person at a time: seconds since the epoch. */
export function person(name: string, seconds: number = 1700000000): Signature {
  const email = `${name.toLowerCase()}@example.com`;
  return { name, email, date: new Date(seconds * 1000) };
}

/** A commit of a seed by Ada. */
export function seedCommit(
  id: string,
  seconds: number,
  files: SeedCommit['files'],
  more: Partial<SeedCommit> = {},
): SeedCommit {
  const author = person('Ada', seconds);
  return { id, message: `${id}\n`, author, files, ...more };
}

/** A host in a new folder; `remove` ends it and deletes the folder (`root`, in which tests may put their own clones). */
export async function createTestHost(): Promise<{
  host: GitHost;
  root: string;
  remove(): Promise<void>;
}> {
  const root = await mkdtemp(join(tmpdir(), 'sandbox-git-'));
  const host = createGitHost({ directory: join(root, 'host') });
  return {
    host,
    root,
    async remove() {
      await host.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
