import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Core } from './Core';
import { createRepository } from './createRepository';
import { buildSeed } from './host/buildSeed';
import { copyRepository } from './host/copyRepository';
import { writeRepository } from './host/writeRepository';
import { createObjectCaches, ObjectStore } from './objects/ObjectStore';
import { Head } from './refs/Head';
import { Mutex } from './refs/Mutex';
import { RefStore } from './refs/RefStore';
import { GitHost, GitRepository, SeedHistory } from './types';

interface Registered {
  defaultBranch: string;
  seed?: () => Promise<SeedHistory>;
}

interface Opened {
  core: Core;
  repository: GitRepository;
}

/** Opens the repositories under `directory`, which is made if needed. Needs git 2.38 or newer on the `PATH` (see `checkGit`). */
export function createGitHost(options: { directory: string }): GitHost {
  const { directory } = options;
  const registered = new Map<string, Registered>();
  const opened = new Map<string, Promise<Opened>>();
  const caches = createObjectCaches();
  mkdirSync(directory, { recursive: true });

  const has = (id: string) =>
    registered.has(id) || existsSync(pathOf(directory, id));

  const load = async (id: string): Promise<Opened> => {
    const path = pathOf(directory, id);
    if (!existsSync(path)) {
      await writeSeed(path, registered.get(id), id);
    }
    // Its content is on disk from now on.
    registered.delete(id);
    const objects = new ObjectStore({ directory: path, caches });
    const refs = new RefStore({ directory: path });
    const head = new Head({ directory: path });
    const mutex = new Mutex();
    const core = { directory: path, objects, refs, head, mutex };
    return { core, repository: createRepository({ id, core }) };
  };

  const open = (id: string): Promise<Opened> => {
    let loading = opened.get(id);
    if (!loading) {
      loading = load(id);
      opened.set(id, loading);
      // What failed can be tried again.
      loading.catch(() => opened.delete(id));
    }
    return loading;
  };

  return {
    directory,
    has: ({ id }) => has(id),
    open: async ({ id }) => (await open(id)).repository,
    create({ id, defaultBranch, seed }) {
      if (!has(id)) {
        registered.set(id, { defaultBranch, seed });
      }
    },
    async fork({ from, id, defaultBranchOnly }) {
      if (has(id)) {
        throw new Error(`There is a git repository "${id}" already`);
      }
      const { core } = await open(from);
      const to = pathOf(directory, id);
      await core.mutex.run(() => fork({ core, to, defaultBranchOnly }));
    },
    async remove({ id }) {
      registered.delete(id);
      const open_ = await opened.get(id)?.catch(() => undefined);
      opened.delete(id);
      const erase = () =>
        rm(pathOf(directory, id), { recursive: true, force: true });
      await (open_ ? open_.core.mutex.run(erase) : erase());
      await open_?.core.objects.close();
    },
    async close() {
      const all = await Promise.allSettled(opened.values());
      for (const one of all) {
        await (one.status === 'fulfilled' && one.value.core.objects.close());
      }
    },
  };
}

function pathOf(directory: string, id: string): string {
  if (!/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/.test(id)) {
    throw new Error(`"${id}" cannot be the id of a git repository`);
  }
  return join(directory, `${id}.git`);
}

async function writeSeed(
  directory: string,
  known: Registered | undefined,
  id: string,
): Promise<void> {
  if (!known) {
    throw new Error(`There is no git repository "${id}"`);
  }
  const { defaultBranch } = known;
  const seed = (await known.seed?.()) ?? { defaultBranch, commits: [] };
  const built = await buildSeed({ seed });
  writeRepository({ directory, defaultBranch, ...built });
}

async function fork(options: {
  core: Core;
  to: string;
  defaultBranchOnly?: boolean;
}): Promise<void> {
  const { core, to, defaultBranchOnly } = options;
  const defaultBranch = core.head.branch;
  const wanted = defaultBranchOnly
    ? [`refs/heads/${defaultBranch}`]
    : undefined;
  const refs = (await core.refs.list()).filter(({ ref }) =>
    wanted ? wanted.includes(ref) : /^refs\/(?:heads|tags)\//.test(ref),
  );
  await copyRepository({ from: core.directory, to, defaultBranch, refs });
}
