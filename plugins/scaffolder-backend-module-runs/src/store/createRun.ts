import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { RunSpec } from '../secrets/RunSpec';
import type { ClaimRow, TaskRow } from './rows';

/** Stores a run that waits to be claimed. `seal` gets the run's id and gives the text of the column `secrets`. */
export async function createRun(options: {
  knex: Knex;
  spec: RunSpec;
  createdBy?: string;
  seal: (taskId: string) => string | null;
}): Promise<{ taskId: string }> {
  const { knex, spec, createdBy, seal } = options;
  const taskId = randomUUID();
  await knex.transaction(async tx => {
    await tx<TaskRow>('tasks').insert({
      id: taskId,
      spec: JSON.stringify(spec),
      secrets: seal(taskId),
      created_by: createdBy ?? null,
      status: 'open',
    });
    await tx<ClaimRow>('run_claims').insert({ task_id: taskId });
  });
  return { taskId };
}
