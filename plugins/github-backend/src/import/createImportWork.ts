import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { ImportItem, ImportMode } from '@callboard/plugin-github-common';
import type { ApplyItem } from './apply/ApplyItem';
import { applyRun } from './apply/applyRun';
import type { ImportWork } from './ImportWork';
import type { ImportStore, StoredRun } from './store/ImportStore';

/** See `ImportWork`. One per process; the leases of the store keep processes apart. */
export function createImportWork(options: {
  store: ImportStore;
  /** Names this process; random. */
  owner: string;
  plan(options: {
    run: StoredRun;
    onProgress(progress: { read: number; expected?: number }): Promise<void>;
  }): Promise<{ items: ImportItem[]; reason?: string }>;
  apply: Record<ImportMode, ApplyItem>;
  logger: LoggerService;
  now: () => Date;
}): ImportWork {
  const { store, owner, plan, apply, logger, now } = options;
  const working = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let isClosed = false;

  async function planRun(run: StoredRun): Promise<void> {
    const { id } = run;
    const planned = await plan({
      run,
      async onProgress(progress) {
        if (!(await store.renew({ id, owner }))) throw takenOver();
        await store.progress({ id, ...progress });
      },
    });
    if (!(await store.planned({ id, owner, ...planned }))) throw takenOver();
  }

  async function work(id: string): Promise<void> {
    const run = await store.claim({ id, owner });
    if (!run) return;
    try {
      if (run.status === 'planning') await planRun(run);
      else {
        await applyRun({
          ...{ run, store, owner, apply, now },
          isClosed: () => isClosed,
        });
      }
    } catch (error) {
      const { message } = error as Error;
      const what = `The import of ${run.organisation} on ${run.host}`;
      const failed = { status: 'failed', reason: message } as const;
      if (await store.finish({ id, owner, ...failed })) {
        logger.warn(`${what} has failed: ${message}`);
      } else {
        // Whoever has it now goes on with it.
        logger.info(`${what} is not this process's any more: ${message}`);
      }
    } finally {
      await store.release({ id, owner });
    }
  }

  function kick(id: string): void {
    if (isClosed) return;
    if (working.has(id)) {
      again.add(id);
      return;
    }
    const job = work(id)
      .catch(error =>
        logger.error(`The import ${id} could not go on: ${error.message}`),
      )
      .finally(() => {
        working.delete(id);
        if (again.delete(id)) kick(id);
      });
    working.set(id, job);
  }

  async function idle(): Promise<void> {
    while (working.size > 0) await Promise.all(working.values());
  }

  return {
    kick,
    async tick() {
      (await store.due()).forEach(kick);
    },
    idle,
    async close() {
      isClosed = true;
      await idle();
    },
  };
}

function takenOver() {
  return new ConflictError('another process has taken it over');
}
