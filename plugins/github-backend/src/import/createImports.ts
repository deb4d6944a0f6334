import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { ImportRun } from '@callboard/plugin-github-common';
import type { GithubHost } from '@callboard/plugin-github-node';
import { chooseHost } from './chooseHost';
import { chooseItems } from './chooseItems';
import type { Imports } from './Imports';
import type { ImportWork } from './ImportWork';
import type { ImportStore } from './store/ImportStore';

/** See `Imports`. */
export function createImports(options: {
  store: ImportStore;
  work: Pick<ImportWork, 'kick'>;
  /** The configured GitHubs. */
  hosts(): GithubHost[];
  /** Whether repositories of an owner are mirrored. */
  isMirrored(owner: { host: string; owner: string }): Promise<boolean>;
}): Imports {
  const { store, work, hosts, isMirrored } = options;

  async function get({
    id,
    items = true,
  }: {
    id: string;
    items?: boolean;
  }): Promise<ImportRun> {
    const run = await store.find({ id, items });
    if (!run) {
      throw new NotFoundError(
        `There is no import ${id}. Old ones are removed; make a new plan.`,
      );
    }
    return run;
  }

  return {
    get,
    list: () => store.list(),
    async plan({ host, organisation, by }) {
      const id = randomUUID();
      await store.create({
        ...{ id, organisation, createdBy: by },
        host: await chooseHost({
          ...{ host, organisation, isMirrored },
          hosts: hosts(),
        }),
      });
      work.kick(id);
      return get({ id });
    },
    async apply({ id, mode, repositories }) {
      const run = await get({ id });
      if (run.status === 'planning') {
        throw new ConflictError('The plan is still being made. Wait for it.');
      }
      const chosen = chooseItems({ run, mode, repositories });
      const begun = await store.begin({ id, mode, repositories: chosen });
      if (begun.outcome === 'busy') {
        throw new ConflictError(
          `An import of ${run.organisation} is under way, begun by ${begun.by}. Wait until it is done, or pause it.`,
        );
      }
      work.kick(id);
      return get({ id, items: false });
    },
    async pause({ id, by }) {
      await get({ id, items: false });
      if (!(await store.pause({ id, reason: `Paused by ${by}` }))) {
        throw new ConflictError('Nothing of this import is under way.');
      }
      return get({ id, items: false });
    },
  };
}
