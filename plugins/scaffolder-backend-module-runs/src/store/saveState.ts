import type { Knex } from 'knex';
import type { ClaimRow, TaskRow } from './rows';
import { type Fenced, withClaim } from './withClaim';

/** Stores what a run has got to: the text of the column `state`. A completed step is progress, after which recoveries are counted anew. */
export async function saveState(options: {
  knex: Knex;
  taskId: string;
  claim: string;
  state: string;
  isProgress: boolean;
}): Promise<Fenced<void>> {
  const { knex, taskId, claim, state, isProgress } = options;
  return withClaim({
    knex,
    taskId,
    claim,
    async work(tx) {
      await tx<TaskRow>('tasks').where({ id: taskId }).update({ state });
      if (isProgress) {
        await tx<ClaimRow>('run_claims')
          .where({ task_id: taskId })
          .update({ recoveries: 0 });
      }
    },
  });
}
