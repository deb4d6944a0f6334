import type { Knex } from 'knex';
import type { ClaimRow, TaskRow } from './rows';
import { secondsAgo } from './sqlTime';

const AT_ONCE = 200;

/** Drops state and files of runs that ended at least `seconds` ago. What they did and said stays. Gives their number. */
export async function dropOldRuns(options: {
  knex: Knex;
  seconds: number;
}): Promise<number> {
  const { knex, seconds } = options;
  let dropped = 0;
  for (;;) {
    const rows: { task_id: string }[] = await knex<ClaimRow>('run_claims')
      .whereNull('dropped_at')
      .andWhere('ended_at', '<=', secondsAgo({ knex, seconds }) as any)
      .limit(AT_ONCE)
      .select('task_id');
    if (rows.length === 0) return dropped;
    for (const { task_id: taskId } of rows) {
      await knex.transaction(async tx => {
        // A retry since then has made it a run again.
        await tx<TaskRow>('tasks')
          .where({ id: taskId })
          .whereNotIn('status', ['open', 'processing'])
          .update({ state: null, workspace: null, secrets: null });
        await tx<ClaimRow>('run_claims')
          .where({ task_id: taskId })
          .whereNotNull('ended_at')
          .update({ dropped_at: tx.fn.now() });
      });
    }
    dropped += rows.length;
  }
}
