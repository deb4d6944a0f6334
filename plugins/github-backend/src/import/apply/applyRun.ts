import type { ImportMode } from '@callboard/plugin-github-common';
import type { ImportStore, StoredRun } from '../store/ImportStore';
import type { ApplyItem } from './ApplyItem';
import { judgeError } from './judgeError';

/** So many repositories one after the other that fail for the same reason end a run: the next ones would, too. */
const MOST_ALIKE = 5;

/** Applies the chosen items of a run, one after the other, until all are done, a limit is met, or it is paused or lost. */
export async function applyRun(options: {
  run: StoredRun;
  store: ImportStore;
  owner: string;
  apply: Record<ImportMode, ApplyItem>;
  now: () => Date;
  isClosed(): boolean;
}): Promise<void> {
  const { run, store, owner, apply, now } = options;
  const { id, host, organisation } = run;
  let alike = { message: '', count: 0 };

  while (!options.isClosed() && (await store.renew({ id, owner }))) {
    const item = await store.next({ id });
    if (!item) {
      await store.finish({ id, owner, status: 'done' });
      return;
    }
    const { repository } = item;
    const ended = (
      outcome: Omit<NonNullable<typeof item.outcome>, 'at'>,
    ): Promise<void> =>
      store.outcome({
        ...{ id, repository },
        outcome: { ...outcome, at: now().toISOString() },
      });
    try {
      const applied = await apply[run.mode!]({
        ...{ host, organisation, item },
      });
      const { status, url } = applied;
      await ended({
        status,
        ...(url && { url }),
        ...(applied.status === 'skipped' && { error: applied.reason }),
      });
      alike = { message: '', count: 0 };
    } catch (error) {
      const judged = judgeError({ error, now: now() });
      if (judged.outcome === 'wait') {
        const { until, reason } = judged;
        await store.hold({
          ...{ id, owner, until },
          reason: `${reason}. It goes on at ${until.toISOString()}`,
        });
        return;
      }
      const { message } = judged;
      await ended({ status: 'failed', error: message });
      alike = {
        message,
        count: alike.message === message ? alike.count + 1 : 1,
      };
      if (alike.count >= MOST_ALIKE) {
        await store.finish({
          ...{ id, owner, status: 'failed' },
          reason: `${MOST_ALIKE} repositories one after the other have failed in the same way: ${message}. Mend that, and go on`,
        });
        return;
      }
    }
  }
}
