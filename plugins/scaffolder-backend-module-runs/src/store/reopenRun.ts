import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ClaimRow, EventRow, TaskRow } from './rows';

/** Has a run that ended go on from the step at which it ended. `secrets` is the text of that column; none leaves it empty. */
export async function reopenRun(options: {
  knex: Knex;
  taskId: string;
  secrets: string | null;
  recoverStrategy: string;
}): Promise<void> {
  const { knex, taskId, secrets, recoverStrategy } = options;
  await knex.transaction(async tx => {
    const updated = await tx<TaskRow>('tasks')
      .where('id', taskId)
      .whereIn('status', ['cancelled', 'completed', 'failed', 'skipped'])
      .update({
        ...(secrets !== null && { secrets }),
        status: 'open',
        last_heartbeat_at: tx.fn.now(),
      });
    if (updated !== 1) {
      throw new ConflictError(`Task with taskId ${taskId} cannot be retried`);
    }
    await tx<ClaimRow>('run_claims')
      .where({ task_id: taskId })
      .update({ claim: null, worker: null, recoveries: 0, ended_at: null });
    await tx<EventRow>('task_events')
      .where({ task_id: taskId })
      .whereIn('event_type', ['cancelled', 'completion'])
      .delete();
    await tx<EventRow>('task_events').insert({
      task_id: taskId,
      event_type: 'recovered',
      body: JSON.stringify({ recoverStrategy }),
    });
  });
}
