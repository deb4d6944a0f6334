import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BenchError } from '../../BenchError';
import { cleanEnvironment } from '../../products/cleanEnvironment';
import { catalogFile } from '../catalogFile';
import { ORGANISATION, repositoryName, teamSlug } from '../companyNames';
import type { Scene } from '../openScene';
import type { RunningCatalog } from '../programs/startCatalog';

const run = promisify(execFile);
const POLL_MS = 10;
const GIVE_UP_MS = 60_000;

/** Pushes changes of a catalog file with git, one after the other. Resolves to the milliseconds from the end of each push until the catalog shows it. */
export async function measurePushes(options: {
  scene: Scene;
  catalog: RunningCatalog;
  rounds: number;
}): Promise<number[]> {
  const { scene, catalog, rounds } = options;
  const { sandbox, folder } = scene;
  const name = repositoryName(0);
  const clone = path.join(folder, 'clone');
  const git = (...args: string[]) =>
    run(
      'git',
      ['-c', 'user.name=Bench', '-c', 'user.email=bench@acme.example', ...args],
      {
        cwd: folder,
        env: cleanEnvironment(process.env, { GIT_TERMINAL_PROMPT: '0' }),
      },
    );
  const url = new URL(`${sandbox.url}/${ORGANISATION}/${name}.git`);
  url.username = 'x-access-token';
  url.password = sandbox.ownerToken;
  await git('clone', '--quiet', url.href, clone);

  const times: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const description = `Push ${round}`;
    await fs.writeFile(
      path.join(clone, 'catalog-info.yaml'),
      catalogFile({ name, owner: teamSlug(0), description }),
    );
    await git('-C', clone, 'commit', '--quiet', '--all', '-m', description);
    await git('-C', clone, 'push', '--quiet');
    const pushed = performance.now();
    while ((await catalog.descriptionOf(name)) !== description) {
      if (performance.now() - pushed > GIVE_UP_MS) {
        throw new BenchError(
          `The catalog does not show "${description}". The end of its log:\n${await catalog.readLog()}`,
        );
      }
      await wait(POLL_MS);
    }
    times.push(performance.now() - pushed);
  }
  return times;
}
