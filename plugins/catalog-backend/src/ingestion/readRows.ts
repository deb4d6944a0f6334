import { readState } from '../storage/readState';
import type { CommitContext } from './CommitRunner';

/** Reads the rows of references into the batch; those that the ledger does not know need no query. */
export async function readRows(options: {
  context: CommitContext;
  entityRefs: readonly string[];
}): Promise<void> {
  const { tx, batch } = options.context;
  const unread = options.entityRefs.filter(ref => !batch.rows.has(ref));
  const rows = await readState({
    tx,
    entityRefs: unread.filter(ref => batch.view.has(ref)),
  });
  for (const ref of unread) batch.rows.set(ref, rows.get(ref));
}
