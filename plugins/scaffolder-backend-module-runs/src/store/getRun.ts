import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ClaimRow, TaskRow } from './rows';

/** A run as it is stored, without its files, and what is known of its claims. */
export interface StoredRun {
  row: Omit<TaskRow, 'workspace'>;
  /** Absent for runs from before this module. */
  claims?: ClaimRow;
}

/** @throws NotFoundError */
export async function getRun(options: {
  knex: Knex;
  taskId: string;
}): Promise<StoredRun> {
  const { knex, taskId } = options;
  const row = await knex<TaskRow>('tasks')
    .where({ id: taskId })
    .first(
      'id',
      'spec',
      'status',
      'state',
      'last_heartbeat_at',
      'created_at',
      'created_by',
      'secrets',
    );
  if (!row) throw new NotFoundError(`No task with id '${taskId}' found`);
  const claims = await knex<ClaimRow>('run_claims')
    .where({ task_id: taskId })
    .first();
  return { row, ...(claims && { claims }) };
}
