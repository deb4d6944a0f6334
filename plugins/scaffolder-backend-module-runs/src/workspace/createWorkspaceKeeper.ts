import type { Knex } from 'knex';
import type { Sealer } from '../keys/createSealer';
import { readWorkspace, saveWorkspace } from '../store/saveWorkspace';
import type { Fence } from '../broker/createFence';
import { fingerprint } from './fingerprint';
import {
  packWorkspace,
  removeStepFolders,
  unpackWorkspace,
} from './packWorkspace';
import { refuseLinks } from './refuseLinks';

/** Keeps the files of one attempt at a run in the database, sealed. */
export interface WorkspaceKeeper {
  /**
   * Stores the files. False when they are as they were stored last, and nothing was done.
   *
   * @throws InputError when they are too large or have links that lead out.
   */
  save(folder: string): Promise<boolean>;
  /** Makes the folder what was stored last: empty when nothing was. */
  restore(folder: string): Promise<void>;
}

/** `fence` guards the writes. Concurrent saves wait for each other. */
export function createWorkspaceKeeper(options: {
  knex: Knex;
  sealer: Sealer;
  taskId: string;
  claim: string;
  fence: Fence;
  limitBytes?: number;
}): WorkspaceKeeper {
  const { knex, sealer, taskId, claim, fence, limitBytes } = options;
  let stored: string | undefined;
  let last: Promise<unknown> = Promise.resolve();
  async function save(folder: string) {
    const before = await fingerprint(folder);
    if (before === stored) return false;
    await refuseLinks({ path: folder });
    const bytes = await packWorkspace({ path: folder, limitBytes });
    const sealed = sealer.sealBytes({ taskId, part: 'workspace', bytes });
    await fence.write(() => saveWorkspace({ knex, taskId, claim, sealed }));
    stored = before;
    return true;
  }
  return {
    save(folder) {
      const saved = last.then(() => save(folder));
      last = saved.catch(() => {});
      return saved;
    },
    async restore(folder) {
      const sealed = await readWorkspace({ knex, taskId });
      const archive =
        sealed && sealer.openBytes({ taskId, part: 'workspace', sealed });
      await removeStepFolders({ path: folder });
      await unpackWorkspace({ path: folder, archive });
      stored = await fingerprint(folder);
    },
  };
}
